import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Lines drawn above and below what is seen. */
const OVER = 10;
/** While more than a screen passes between two frames nothing beside the screen is drawn, until it rests so long (ms). */
const REST = 120;

/** Which lines of a table are drawn, and how wide the table may be. `margin`: what of the width is no column's. */
export function useGridView(box: RefObject<HTMLElement | null>, rowHeight: number, margin: () => number) {
  const [view, setView] = useState({ from: 0, to: 40 });
  const [room, setRoom] = useState(0);
  const passing = useRef({ first: 0, rest: undefined as ReturnType<typeof setTimeout> | undefined });
  const measure = (scrolled = false) => {
    const { current } = box;
    if (current === null) return;
    const first = Math.floor(current.scrollTop / rowHeight);
    const seen = Math.ceil(current.clientHeight / rowHeight);
    if (Math.abs(first - passing.current.first) > seen) {
      clearTimeout(passing.current.rest);
      passing.current.rest = setTimeout(() => {
        passing.current.rest = undefined;
        remeasure.current();
      }, REST);
    }
    passing.current.first = first;
    const over = passing.current.rest === undefined ? OVER : 1;
    const from = Math.max(0, first - over);
    const to = first + seen + over;
    setRoom(current.clientWidth - margin());
    const put = () => setView((now) => (now.from === from && now.to === to ? now : { from, to }));
    // A jump past what is drawn is drawn before it is painted, or the view would be blank for a frame.
    if (scrolled && (first + seen > view.to || first < view.from)) flushSync(put);
    else put();
  };
  const remeasure = useRef(measure);
  useLayoutEffect(() => {
    remeasure.current = measure;
    measure();
  });
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(() => remeasure.current());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      clearTimeout(passing.current.rest);
    };
  }, [box]);
  return { view, room, measure };
}
