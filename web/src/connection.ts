/** Whether the server answered last time; told by every request, shown by the frame of the pages. */
let lost = false;
const listeners = new Set<() => void>();

export const connection = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isLost: (): boolean => lost,
  noted(answers: boolean): void {
    if (lost !== answers) return;
    lost = !answers;
    for (const listener of listeners) listener();
  },
};
