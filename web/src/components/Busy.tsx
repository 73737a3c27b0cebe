import { useWords } from "../language.js";

/** A line along the top of the page while something is on its way. */
export function Busy() {
  const { state } = useWords();
  return (
    <div className="busy screen-only" role="status">
      <span className="visually-hidden">{state.loading}</span>
    </div>
  );
}
