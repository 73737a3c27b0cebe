import {
  type AccountLine,
  type ApprovedMap,
  type AuditEntry,
  type AuditState,
  type GrantInput,
  OFFICE_KIND_CODES,
  type OfficeInput,
  type OfficeLine,
  ROLE_CODES,
  type Settings,
} from "@shanhai/ledger";
import { heldLedgers, recordGroups } from "@shanhai/model";
import { type Static, type TSchema, Type } from "typebox";

/** 账号、单位、身份、审计: what the API takes and gives. */
const owned = <T>(schema: TSchema) => Type.Unsafe<T>(schema);
const id = (description: string) => Type.String({ format: "uuid", description });
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const codes = (list: readonly { readonly code: string }[]) => Type.String({ enum: list.map(({ code }) => code) });
const state = Type.String({ enum: ["active", "disabled"] });

const Post = Type.Object({
  membership: orNull(id("身份；空为本机保管人 · the post; null: who keeps this installation")),
  office: orNull(Type.String()),
  role: Type.String(),
  title: orNull(Type.String()),
  side: orNull(Type.String({ enum: ["east", "west"] })),
});

export const SessionView = Type.Object(
  {
    name: Type.String(),
    role: Type.String(),
    membership: orNull(id("当前身份 · the post acted in")),
    office: orNull(Type.String()),
    posts: Type.Array(Post),
    /** What the role may do: pages hide what it may not. */
    rights: Type.Array(Type.String()),
    /** The ledgers that he writes: an owner reports progress, finance keeps the money. */
    writes: Type.Array(Type.String()),
    locked: Type.Boolean(),
    lock_minutes: Type.Integer(),
    has_password: Type.Boolean(),
    /** 须经审核的台账: a form says 提交审核 there. */
    reviewed: Type.Array(Type.String()),
    /** The sides in whose name he confirms and reports. */
    confirms: Type.Array(Type.String()),
    must_set_password: Type.Boolean(),
  },
  { $id: "Session" },
);
export type SessionView = Static<typeof SessionView>;

export const SwitchRequest = Type.Object({ membership: orNull(id("身份")) });
export const UnlockRequest = Type.Object({ password: text(1000) });
export const PasswordChange = Type.Object({ old: orNull(text(1000)), next: text(1000) });

const PostLine = Type.Object({ id: id("身份"), role: Type.String() }, { additionalProperties: true });
export const AccountList = owned<readonly AccountLine[]>(
  Type.Array(
    Type.Object(
      { id: id("账号"), name: Type.String(), state, posts: Type.Array(PostLine) },
      { additionalProperties: true, $id: "Account" },
    ),
  ),
);
const commandId = id("操作标识，重发时相同 · the same for every try");
export const AccountRequest = Type.Object({ name: text(40), note: orNull(text(200)), command_id: commandId });
export const InvitationView = Type.Object(
  {
    id: id("账号"),
    token: Type.String({ description: "一次有效的登录链接令牌 · for `/sign-in#token=…`, works once" }),
    expires: Type.String({ format: "date-time" }),
  },
  { $id: "Invitation" },
);
export type Invitation = Static<typeof InvitationView>;
export const AccountState = Type.Object({ state, reason: text(500), command_id: commandId });
export const InvitationRequest = Type.Object({ command_id: commandId });
export const AccountPath = Type.Object({ id: id("账号") });

const officeFields = {
  name: text(100),
  kind: codes(OFFICE_KIND_CODES),
  party: orNull(id("所属地区（协作主体）")),
  branches: Type.Array(codes(recordGroups), { maxItems: 20 }),
  place: orNull(text(40)),
  maker_checker: Type.Boolean({ description: "经办、审核分开" }),
  reviewed: Type.Optional(
    Type.Array(Type.String({ enum: heldLedgers.map(({ name }) => name) }), {
      maxItems: 100,
      description: "须经审核的台账 · ledgers in which a change waits for a colleague",
    }),
  ),
  state,
};
export const OfficeList = owned<readonly OfficeLine[]>(
  Type.Array(
    Type.Object(
      { id: id("单位"), version: Type.String(), ...officeFields, people: Type.Integer() },
      { additionalProperties: true, $id: "Office" },
    ),
  ),
);
const Named = Type.Object({ id: id("编号"), name: Type.String() });
export const PlacesView = Type.Object(
  { parties: Type.Array(Named), pairs: Type.Array(Named) },
  { $id: "Places", description: "地区与结对双方的名称 · names of regions and pairs" },
);
export type PlacesView = Static<typeof PlacesView>;
export const OfficeRequest = owned<OfficeInput>(
  Type.Object({ ...officeFields, command_id: commandId }, { additionalProperties: false }),
);
export const OfficeChange = owned<OfficeInput & { readonly version: string }>(
  Type.Object(
    { ...officeFields, command_id: commandId, version: Type.String({ pattern: "^[1-9]\\d{0,18}$" }) },
    { additionalProperties: false },
  ),
);
export const OfficePath = Type.Object({ id: id("单位") });
export const MadeView = Type.Object({ id: id("新建") }, { $id: "Made" });

export const GrantRequest = owned<GrantInput>(
  Type.Object(
    {
      account: id("账号"),
      office: id("单位"),
      role: codes(ROLE_CODES),
      title: orNull(text(40)),
      pairs: Type.Array(id("结对"), { maxItems: 200 }),
      branches: Type.Array(codes(recordGroups), { maxItems: 20 }),
      projects: Type.Array(id("项目"), { maxItems: 200 }),
      command_id: commandId,
    },
    { additionalProperties: false },
  ),
);
export const PostPath = Type.Object({ id: id("身份") });
export const RevokeRequest = Type.Object({
  version: Type.String({ pattern: "^[1-9]\\d{0,18}$" }),
  reason: text(500),
  command_id: commandId,
});

export const SettingsView = owned<Settings>(
  Type.Object(
    {
      separated: Type.Boolean({ description: "三员分设" }),
      lock_minutes: Type.Integer({ minimum: 1, maximum: 240, description: "空闲锁屏（分钟）" }),
      daily_backup: Type.Boolean({ description: "每天自动备份" }),
    },
    { $id: "Settings" },
  ),
);
export const ApprovedMapView = owned<{ readonly map: ApprovedMap | null }>(
  Type.Object(
    {
      map: Type.Union([
        Type.Object({
          approval: Type.String({ description: "审图号" }),
          name: Type.String(),
          sha256: Type.String({ description: "图片的 SHA-256" }),
        }),
        Type.Null(),
      ]),
    },
    { $id: "ApprovedMap" },
  ),
);
export const ApprovedMapQuery = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  approval: Type.String({ maxLength: 60, description: "审图号" }),
});
export const ApprovedMapPath = Type.Object({ sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }) });
export const SettingsChange = owned<Partial<Settings>>(
  Type.Partial(
    Type.Object({
      separated: Type.Boolean(),
      lock_minutes: Type.Integer({ minimum: 1, maximum: 240 }),
      daily_backup: Type.Boolean(),
    }),
    { additionalProperties: false, minProperties: 1 },
  ),
);

export const AuditRequest = Type.Object({
  before: Type.Optional(Type.String({ pattern: "^[1-9]\\d{0,18}$" })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  event: Type.Optional(Type.String({ pattern: "^[a-z_]{1,40}$" })),
  account: Type.Optional(id("账号")),
});
export const AuditPage = owned<{ readonly rows: readonly AuditEntry[]; readonly next: string | null }>(
  Type.Object(
    {
      rows: Type.Array(
        Type.Object(
          { seq: Type.String(), at: Type.String(), who: Type.String(), event: Type.String(), outcome: Type.String() },
          { additionalProperties: true },
        ),
      ),
      next: orNull(Type.String()),
    },
    { $id: "AuditPage" },
  ),
);
export type AuditPageView = Static<typeof AuditPage>;
export const AuditStateView = owned<AuditState>(
  Type.Object(
    {
      entries: Type.Integer(),
      first_at: orNull(Type.String()),
      last_at: orNull(Type.String()),
      head: Type.String(),
      broken: orNull(Type.String({ description: "第一处不符的序号 · the first entry that does not fit" })),
    },
    { $id: "AuditState" },
  ),
);
