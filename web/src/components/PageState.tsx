import { Empty, Spin } from "antd";
import type { ReactNode } from "react";

/** While a page waits for its data. */
export function Loading({ label }: { readonly label: string }) {
  return (
    <div className="page-state" role="status">
      <Spin />
      <span>{label}</span>
    </div>
  );
}

/** Nothing here yet: what it is, and what to do next. */
export function Nothing({
  title,
  advice,
  children,
}: {
  readonly title: string;
  readonly advice: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="page-state">
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <strong>{title}</strong>
            <br />
            {advice}
          </>
        }
      >
        {children}
      </Empty>
    </div>
  );
}
