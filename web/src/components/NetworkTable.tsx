import { NIL_SCOPE } from "@shanhai/model";
import type { NetworkNode, TypeCount } from "@shanhai/server";
import { Table } from "antd";
import { Link } from "react-router";
import { useWords } from "../language.js";
import { useLeaderDay } from "../leader-day.js";
import { rowAddress } from "../row-address.js";
import { rowsAddress } from "../rows-address.js";
import { useTypeName } from "./NetworkTree.js";

/** The same network as a table: a line for each pair, with distinct units of both sides by type. */
export function NetworkTable({ pairs }: { readonly pairs: readonly NetworkNode[] }) {
  const { network } = useWords().leader;
  const nameOf = useTypeName();
  const day = useLeaderDay();
  const list = (counts: readonly TypeCount[]) =>
    counts.map(({ type, count }) => `${nameOf(type)} ${count}`).join(" · ");
  return (
    <Table<NetworkNode>
      size="small"
      rowKey="key"
      dataSource={[...pairs]}
      pagination={false}
      scroll={{ x: "max-content" }}
      columns={[
        {
          title: network.columnEast,
          render: (_, { pair, east_name }) => (
            <Link to={rowAddress({ record: "pair", scope_id: NIL_SCOPE, id: pair ?? "" }, day.as_of)}>{east_name}</Link>
          ),
        },
        { title: network.columnWest, dataIndex: "west_name" },
        { title: network.columnBegan, dataIndex: "began" },
        {
          title: network.columnLinks,
          align: "right",
          render: (_, { links, pair }) =>
            links === 0 ? 0 : <Link to={rowsAddress({ record: "pairing", scope: pair ?? "", ...day })}>{links}</Link>,
        },
        { title: network.columnEastCount, render: (_, { east }) => list(east) },
        { title: network.columnWestCount, render: (_, { west }) => list(west) },
      ]}
    />
  );
}
