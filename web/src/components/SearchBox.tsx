import { useEffect, useId, useRef, useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { useDefinitions } from "../definitions.js";
import { useKeys } from "../keys.js";
import { useText, useWords } from "../language.js";
import { hitAddress, searchFor, useQuickSearch } from "../search.js";
import { Marked } from "./Marked.js";
import styles from "./SearchBox.module.css";

/** Hits of a kind that the list under the box shows; the rest is on the page of 检索. */
const quick = 3;
const most = 10;

/**
 * 检索 in the frame of every page: `/` puts the cursor into it, arrows go through the first hits, Enter opens one, or
 * all results where none is chosen, Escape leaves.
 */
export function SearchBox() {
  const words = useWords().search;
  const say = useText();
  const { definitions } = useDefinitions();
  const navigate = useNavigate();
  const place = useLocation();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const { text, answer } = useQuickSearch(typed);
  useKeys([["/", () => input.current?.focus()]]);
  // Going somewhere ends the search, wherever it was gone from.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what has changed
  useEffect(() => {
    setOpen(false);
    setChosen(-1);
  }, [place.key]);

  const hits = (answer.data?.groups ?? [])
    .flatMap(({ group, hits: found }) => found.slice(0, quick).map((hit) => ({ group, hit })))
    .slice(0, most);
  const shown = open && text !== "" && typed.trim() !== "";
  const kindOf = (group: string) => {
    const definition = definitions.get(group);
    return definition === undefined ? words.document : say(definition);
  };
  const leave = () => {
    input.current?.blur();
    setTyped("");
  };
  const goToAll = () => {
    leave();
    navigate("/search", { state: searchFor(typed) });
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      setOpen(false);
      input.current?.blur();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setChosen(((chosen + 1 + step + hits.length + 1) % (hits.length + 1)) - 1);
    } else if (event.key === "Enter" && typed.trim() !== "") {
      const hit = hits[chosen];
      if (hit === undefined) goToAll();
      else {
        leave();
        navigate(hitAddress(hit.group, hit.hit));
      }
    }
  };
  const narrow = window.matchMedia("(max-width: 640px)").matches;
  return (
    <search className={styles.box}>
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={words.label}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
        placeholder={narrow ? words.title : words.label}
        title={words.hintKeys}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      {shown && (
        // A press of the mouse must not take the cursor out of the box before the click.
        <div className={styles.drop} onPointerDown={(event) => event.preventDefault()}>
          <div id={list} role="listbox" aria-label={words.results} tabIndex={-1}>
            {hits.map(({ group, hit }, at) => (
              <Link
                key={`${group} ${hit.scope_id} ${hit.id}`}
                to={hitAddress(group, hit)}
                id={`${list}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === chosen}
                className={styles.hit ?? ""}
                onClick={leave}
              >
                <i>{kindOf(group)}</i>
                <b>
                  <Marked text={hit.title} marks={hit.marks} />
                </b>
                {(hit.marks.length === 0 || hit.sentence?.field) && hit.sentence !== null && (
                  <small>
                    <Marked text={hit.sentence.text} marks={hit.sentence.marks} />
                  </small>
                )}
                {hit.former !== null && <small>{words.former(hit.former)}</small>}
              </Link>
            ))}
          </div>
          <button type="button" tabIndex={-1} onClick={goToAll}>
            {answer.isFetching && hits.length === 0
              ? words.searching
              : hits.length === 0
                ? words.none(typed.trim())
                : `${words.all} ↵`}
          </button>
        </div>
      )}
    </search>
  );
}
