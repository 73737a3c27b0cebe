import { readingLimits } from "../files/reading-limits.js";
import { type ContainerRole, containerRole } from "./container-role.js";
import { withoutEntities } from "./html-entity.js";
import { readHtml } from "./html-tags.js";
import type { PageLine } from "./page-line.js";
import { PageTables } from "./page-tables.js";

/** A page's containers: the outer one of each, and its role by its names. 0 is the page itself. */
export interface Containers {
  readonly outer: readonly number[];
  readonly role: readonly (ContainerRole | null)[];
}

export interface PageLines {
  readonly lines: readonly PageLine[];
  readonly containers: Containers;
  readonly title: string | null;
  /** Content of `<meta name|property=… content=…>` by lower-case name. */
  readonly meta: ReadonlyMap<string, string>;
  /** A date that the page's program is given (公众号: the page is filled in by it). */
  readonly scriptDate: string | null;
  /** The page holds more than is read. */
  readonly full: boolean;
}

const block = new Set(
  "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul caption details summary founder-content ucapcontent option".split(
    " ",
  ),
);
/** Elements that hold others: what is told apart is told by them. */
const container = new Set(
  "article aside blockquote body center dd div dl fieldset figure footer form header li main nav ol p section span table td th tr ul founder-content ucapcontent h1 h2 h3".split(
    " ",
  ),
);
/** An end tag closes nothing beyond these. */
const barrier = new Set(["table", "td", "th", "body"]);
const mostLines = 400_000;
const mostContainers = 1_000_000;
/** How far up an end tag looks for what it closes. */
const farthest = 200;

/** The lines of a page in the order of its markup: what a reader sees, and what it is seen in. */
export function pageLines(html: string): PageLines {
  const collector = new Collector();
  readHtml(html, collector);
  return collector.finish();
}

class Collector {
  readonly #lines: PageLine[] = [];
  readonly #outer: number[] = [0];
  readonly #role: (ContainerRole | null)[] = [null];
  readonly #open: { readonly name: string; readonly container: number }[] = [];
  readonly #meta = new Map<string, string>();
  readonly #tables = new PageTables();
  #title: string | null = null;
  #scriptDate: string | null = null;
  #text = "";
  /** The line has text, and no space at its end. */
  #endsOpen = false;
  #linked = 0;
  #inLink = false;
  #inPre = 0;
  #heading = 0;
  #full = false;

  open(name: string, attribute: (name: string) => string | null): void {
    if (name === "meta") this.#readMeta(attribute);
    if (name === "a") this.#inLink = !/^(javascript:void|#)/i.test(attribute("href") ?? "") || this.#inLink;
    if (!block.has(name) && !container.has(name)) return;
    const breaks = block.has(name) || name === "td" || name === "th";
    if (breaks) this.#break();
    if (name === "pre") this.#inPre++;
    if (/^h[1-6]$/.test(name)) this.#heading = Number(name.slice(1));
    if (name === "table") this.#tables.open(this.#lines.length);
    else if (name === "tr") this.#tables.row();
    else if (name === "td" || name === "th") this.#tables.cell(attribute("colspan"), attribute("rowspan"));
    if (container.has(name)) this.#enter(name, attribute);
  }

  close(name: string): void {
    if (name === "a") this.#inLink = false;
    if (block.has(name) || name === "td" || name === "th") this.#break();
    if (name === "pre") this.#inPre = Math.max(0, this.#inPre - 1);
    if (/^h[1-6]$/.test(name)) this.#heading = 0;
    if (name === "table") this.#tables.close(this.#lines);
    if (container.has(name)) this.#leave(name);
  }

  text(text: string): void {
    if (this.#inPre > 0 && text.includes("\n")) {
      for (const [index, line] of text.split("\n").entries()) {
        if (index > 0) this.#break();
        this.#add(line);
      }
    } else this.#add(text);
  }

  inside(name: string, text: string): void {
    if (name === "title" && this.#title === null)
      this.#title = withoutEntities(text).replace(/\s+/g, " ").trim() || null;
    if (name === "script" && text.length < 200_000)
      this.#scriptDate ??= /\b(?:createTime|publish_time)\s*[=:]\s*['"](\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? null;
  }

  finish(): PageLines {
    this.#break();
    this.#tables.finish(this.#lines);
    return {
      lines: this.#lines,
      containers: { outer: this.#outer, role: this.#role },
      title: this.#title,
      meta: this.#meta,
      scriptDate: this.#scriptDate,
      full: this.#full,
    };
  }

  #add(text: string): void {
    const collapsed = text.replace(/[ \t\r\n\f]+/g, " ");
    if (this.#inLink) this.#linked += collapsed.replace(/\s/g, "").length;
    const added = this.#endsOpen ? collapsed : collapsed.replace(/^ /, "");
    this.#text += added;
    // Asked of the piece, not of the line that grows: a line of a million pieces stays cheap.
    if (added !== "") this.#endsOpen = !added.endsWith(" ");
    if (this.#text.length > readingLimits.characters) this.#break();
  }

  #break(): void {
    const text = this.#text.replace(/^[ \t\u3000\u00a0]+(?=[ \t])|^[ \t]+|[ \t]+$/g, "");
    const letters = text.replace(/\s/g, "").length;
    if (letters > 0 && this.#lines.length < mostLines) {
      const line = {
        cells: [{ text }],
        letters,
        linked: this.#linked,
        container: this.#here(),
        heading: this.#heading,
      };
      this.#lines.push(line);
      this.#tables.line(this.#lines.length - 1);
    } else if (letters > 0) this.#full = true;
    this.#text = "";
    this.#endsOpen = false;
    this.#linked = 0;
  }

  #here(): number {
    return this.#open.at(-1)?.container ?? 0;
  }

  #enter(name: string, attribute: (name: string) => string | null): void {
    // A paragraph ends where the next one begins.
    if ((name === "p" || name === "li") && this.#open.at(-1)?.name === name) this.#open.pop();
    const role = containerRole(name, attribute);
    // Spans and the like count only where their names say something.
    const counts = role !== null || !(name === "span" || name === "p" || name === "tr" || name.startsWith("h"));
    const outer = this.#here();
    if (!counts || this.#outer.length >= mostContainers) {
      this.#open.push({ name, container: outer });
      return;
    }
    this.#open.push({ name, container: this.#outer.length });
    this.#outer.push(outer);
    this.#role.push(role);
  }

  #leave(name: string): void {
    for (let at = this.#open.length - 1; at >= Math.max(0, this.#open.length - farthest); at--) {
      const open = this.#open[at]?.name ?? "";
      if (open === name) {
        this.#open.length = at;
        return;
      }
      if (barrier.has(open) && name !== "table" && name !== "body") return;
    }
  }

  #readMeta(attribute: (name: string) => string | null): void {
    const name = (attribute("name") ?? attribute("property") ?? "").toLowerCase();
    const content = (attribute("content") ?? "").replace(/\s+/g, " ").trim();
    if (name !== "" && content !== "" && !this.#meta.has(name)) this.#meta.set(name, content);
  }
}
