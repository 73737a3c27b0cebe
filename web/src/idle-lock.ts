import { useEffect } from "react";

/** Calls `lock` when nobody clicked, typed or scrolled for so many minutes; null: never. */
export function useIdleLock(minutes: number | null, lock: () => void): void {
  useEffect(() => {
    if (minutes === null) return;
    let last = Date.now();
    const touched = () => {
      last = Date.now();
    };
    const events = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
    for (const event of events) window.addEventListener(event, touched, { passive: true });
    // A laptop that slept wakes locked: the clock is asked, not a long timer.
    const clock = window.setInterval(() => {
      if (Date.now() - last > minutes * 60_000) lock();
    }, 5_000);
    return () => {
      window.clearInterval(clock);
      for (const event of events) window.removeEventListener(event, touched);
    };
  }, [minutes, lock]);
}
