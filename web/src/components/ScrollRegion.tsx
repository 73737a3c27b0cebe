import type { ComponentProps, ReactNode } from "react";

/**
 * What scrolls by itself: a wide table, a long list. It has a name and takes the keyboard, so that who has no pointer
 * sees all of it (WCAG 2.1.1); each such place is this one.
 */
export function ScrollRegion({
  label,
  children,
  ...more
}: { readonly label: string; readonly children: ReactNode } & Omit<
  ComponentProps<"section">,
  "aria-label" | "tabIndex"
>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section {...more} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
