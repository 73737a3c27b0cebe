import { Dropdown, type MenuProps } from "antd";
import { type ComponentProps, type ReactElement, useState } from "react";

type ButtonParts = Pick<ComponentProps<"button">, "autoFocus" | "onClick" | "onFocus" | "onPointerEnter">;

export interface MenuParts {
  readonly menu: MenuProps;
  readonly placement?: "topRight" | "bottomLeft";
  /** What opens it: a button that takes `props` as they are. */
  readonly button: (props: ButtonParts) => ReactElement;
}

/** A menu that stands open at first: its button was pressed before its code was there. */
export function OpenMenu({ menu, placement = "bottomLeft", button }: MenuParts) {
  const [open, setOpen] = useState(true);
  return (
    <Dropdown autoFocus trigger={["click"]} placement={placement} menu={menu} open={open} onOpenChange={setOpen}>
      {button({ autoFocus: true })}
    </Dropdown>
  );
}
