import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function for the life of a component, calling the latest one: so that a list of items is not drawn anew at every key. */
export function useStableCallback<Parameters extends readonly unknown[]>(
  callback: (...parameters: Parameters) => void,
): (...parameters: Parameters) => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...parameters: Parameters) => latest.current(...parameters), []);
}
