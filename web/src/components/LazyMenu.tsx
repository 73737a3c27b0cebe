import { lazy, Suspense, useState, useTransition } from "react";
import type { MenuParts } from "./OpenMenu.js";

const load = async () => (await import("./OpenMenu.js")).OpenMenu;
const OpenMenu = lazy(async () => ({ default: await load() }));

/** A menu behind a button. Its code comes when the button is first pointed at or pressed, not with the page. */
export function LazyMenu(parts: MenuParts) {
  const [wanted, setWanted] = useState(false);
  const [, start] = useTransition();
  // The code may be on its way already; a failure is told when the menu is drawn.
  const expect = () => void load().catch(() => undefined);
  return (
    <Suspense>
      {wanted ? (
        <OpenMenu {...parts} />
      ) : (
        parts.button({ onClick: () => start(() => setWanted(true)), onPointerEnter: expect, onFocus: expect })
      )}
    </Suspense>
  );
}
