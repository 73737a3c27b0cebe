import type { Actor } from "../actor.js";

/** 台账视图: how people look at lists, under names of their own. */
export interface ViewingDesk {
  /** The own views of a record's list and those that colleagues of the office share, by name. */
  savedViews(actor: Actor, record: string): Promise<readonly SavedView[]>;
  /** Keeps a view; the own one of that name becomes it. VIEWS_FULL where somebody has too many. */
  saveView(actor: Actor, record: string, view: NewView): Promise<readonly SavedView[]>;
  /** Takes an own view away; VIEW_MISSING where it is none. */
  removeView(actor: Actor, record: string, id: string): Promise<readonly SavedView[]>;
}

export interface NewView {
  readonly name: string;
  /** Columns, conditions, order and groups as they stand in the list's address. */
  readonly address: string;
  /** With the people of the office in which he acts. */
  readonly shared: boolean;
}

export interface SavedView extends NewView {
  readonly id: string;
  /** Made by the one who asks: he may change and remove it. */
  readonly own: boolean;
  /** Who made it. */
  readonly who: string;
}
