import type { BackupLine, ErasableImport, ErasureLine } from "@shanhai/ledger";
import { Type } from "typebox";

/** 备份、清除: what the API takes and gives. */
const orNull = Type.Union([Type.String(), Type.Null()]);

const Line = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    made_at: Type.String(),
    made_by: Type.String(),
    name: Type.String({ description: "数据目录 backups 下的文件夹 · its folder" }),
    rows: Type.Integer(),
    files: Type.Integer(),
    heads: Type.Integer(),
    bytes: Type.Integer(),
    drilled_at: orNull,
    drilled_by: orNull,
  },
  { $id: "Backup" },
);
export const BackupView = Type.Unsafe<BackupLine>(Line);
export const BackupList = Type.Unsafe<readonly BackupLine[]>(Type.Array(Line));
const command_id = Type.String({ format: "uuid", description: "同一次提交重发时不变 · the same for every retry" });
export const BackupRequest = Type.Object({ command_id });
export const BackupPath = Type.Object({ id: Type.String({ format: "uuid", description: "备份" }) });

export const ErasureList = Type.Unsafe<readonly ErasureLine[]>(
  Type.Array(
    Type.Object({
      id: Type.String({ format: "uuid" }),
      document: Type.String({ format: "uuid" }),
      at: Type.String(),
      who: Type.String(),
      reason: Type.String(),
    }),
  ),
);
export const ErasableQuery = Type.Object({ document: Type.String({ format: "uuid", description: "材料" }) });
export const ErasableList = Type.Unsafe<readonly ErasableImport[]>(
  Type.Array(
    Type.Object({
      id: Type.String({ format: "uuid" }),
      at: Type.String(),
      who: Type.String(),
      rows: Type.Integer({ description: "写入行数 · rows gone through" }),
    }),
  ),
);
export const ErasureRequest = Type.Object({
  document: Type.String({ format: "uuid", description: "材料" }),
  import: Type.Optional(
    Type.String({ format: "uuid", description: "只清除这一次导入写入的行 · only what this import brought" }),
  ),
  reason: Type.String({ minLength: 2, maxLength: 500, description: "清除事由，留痕 · why; it is kept" }),
  command_id,
});
