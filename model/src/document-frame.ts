import type { EventFact, Fact, FactKind, PairingFact, PartyType } from "@shanhai/engine";
import type { PartyRef, ScopeRef } from "./proposal.js";
import { pathWithin, regionName, regionStem } from "./region-path.js";
import { rowKeys } from "./row-keys.js";

/** Two parties that a document shows as paired, at the level where they work: a scope. */
export interface DocumentPair {
  readonly key: string;
  readonly east: PartyRef;
  readonly west: PartyRef;
  readonly fact: PairingFact;
}

/** A relation finer than a pair of the document (town with town below county with county): a row inside that pair. */
export interface FinerPairing {
  readonly fact: PairingFact;
  readonly east: PartyRef;
  readonly west: PartyRef;
  readonly within: DocumentPair;
}

/** Where a row belongs, and the rows that must stand before it because of that. */
export interface Home {
  readonly scope: ScopeRef;
  readonly key: string;
  readonly needs: readonly string[];
  /** The pair, where the scope is one. */
  readonly pair: DocumentPair | null;
}

/** What follows the last name of a list that goes on: 虎门等镇区, 罗甸县等三县; not 罗甸县等待. */
const OPEN_LIST = /^[省市县区镇乡]?等(?:[地县市区镇乡州]|[一二三四五六七八九十两几多0-9])/;
const REGION_TYPES: readonly PartyType[] = ["province", "city", "county", "township", "village"];
const PAIR_TYPES: readonly PartyType[] = ["province", "city", "county", "group"];

/**
 * What every proposal must agree on for one document: who the parties are, which pairs they form, and which scope a
 * thing said of some of them belongs to. Pure and cheap; each proposal builds its own from the same facts.
 */
export class DocumentFrame {
  readonly facts: readonly Fact[];
  readonly pairs: readonly DocumentPair[];
  readonly finer: readonly FinerPairing[];
  private readonly regions: ReadonlyMap<string, PartyRef>;

  constructor(facts: readonly Fact[]) {
    this.facts = facts;
    this.regions = new Map(
      this.of("region").map((fact) => [
        fact.path,
        { kind: "region", path: fact.path, adcode: fact.adcode, side: fact.side } as const,
      ]),
    );
    const relations = this.of("pairing").map((fact) => ({
      fact,
      east: this.pairingParty(fact.east, fact.eastType, "east"),
      west: this.pairingParty(fact.west, fact.westType, "west"),
    }));
    type Relation = (typeof relations)[number];
    // Strictly larger at every step, so it ends: the nearest relation around that is no finer one itself.
    const above = (relation: Relation): Relation | undefined =>
      relations
        .filter((other) => depth(other) < depth(relation) && other.east.kind !== "organisation")
        .filter((other) => this.inside(relation.east, other.east) && this.inside(relation.west, other.west))
        .sort((a, b) => depth(b) - depth(a))
        .find((other) => !isFiner(other));
    const isFiner = (relation: Relation): boolean => !isPairLevel(relation.fact) && above(relation) !== undefined;
    const finer = relations.filter(isFiner);
    this.pairs = relations
      .filter((relation) => !finer.includes(relation))
      .map((relation) => ({ ...relation, key: rowKeys.pair(relation.east.path, relation.west.path) }))
      .filter((pair, at, all) => all.findIndex((other) => other.key === pair.key) === at);
    this.finer = finer.flatMap((relation) => {
      const parent = above(relation);
      const within = this.pairs.find((pair) => pair.fact === parent?.fact);
      return within ? [{ ...relation, within }] : [];
    });
  }

  /** Facts of one kind, in their order. */
  of<K extends FactKind>(kind: K): readonly Extract<Fact, { kind: K }>[] {
    return this.facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
  }

  /** Events that took place, of one type: planned and background ones stay facts. */
  held(type: EventFact["type"]): readonly EventFact[] {
    return this.of("event").filter((event) => event.type === type && event.status === "held");
  }

  /** The party of a region path; one without a region fact has no code. */
  party(path: string): PartyRef {
    const known = this.pairs.flatMap((pair) => [pair.east, pair.west]).find((party) => party.path === path);
    return known ?? this.regions.get(path) ?? { kind: "region", path, adcode: null, side: null };
  }

  /** Key of the region row of a path, or of the nearest region around it that the document names; null if none. */
  regionKey(path: string | null): string | null {
    if (path === null) return null;
    const around = [...this.regions.keys()].filter((outer) => pathWithin(path, outer));
    const nearest = around.sort((a, b) => b.length - a.length)[0];
    return nearest === undefined ? null : rowKeys.region(nearest);
  }

  /** The most specific pairs between the places of two lists; between all of one list when the other is empty. */
  legs(one: readonly string[], other: readonly string[] = []): readonly DocumentPair[] {
    const [left, right] = one.length === 0 ? [other, other] : [one, other.length === 0 ? one : other];
    const found = new Set<DocumentPair>();
    for (const a of left) {
      for (const b of right) {
        const covering = this.pairs
          .filter((pair) => this.covers(pair, a, b) || this.covers(pair, b, a))
          .sort((p, q) => depth(q) - depth(p));
        if (covering[0]) found.add(covering[0]);
      }
    }
    return this.pairs.filter((pair) => found.has(pair));
  }

  /** Pairs that an event was held between; where its own parties make none (签约 with the city above), its frame's. */
  eventLegs(event: EventFact): readonly DocumentPair[] {
    const own = this.legs(event.visitor, event.host);
    if (own.length > 0 || event.within === null) return own;
    const around = this.of("event").find((other) => other.id === event.within && other !== event);
    return around ? this.legs(around.visitor, around.host) : own;
  }

  /** Scope of a row of one pair. */
  pairHome(pair: DocumentPair): Home {
    return { scope: { kind: "pair", east: pair.east, west: pair.west }, key: pair.key, needs: [pair.key], pair };
  }

  /** Scope of a row of one party. */
  partyHome(party: PartyRef): Home {
    const key = rowKeys.party(party.path);
    return { scope: { kind: "party", party }, key, needs: [key], pair: null };
  }

  /**
   * Scope of what is said of several pairs together and not split: the one pair; else the party that they have in
   * common (约1610万元 of three counties is the district's); else the pair or the region around them all (青岛市 of three
   * districts with a county each). Null when the document names none.
   */
  unsplitHome(legs: readonly DocumentPair[]): Home | null {
    const [first, ...rest] = legs;
    if (!first) return null;
    if (rest.length === 0) return this.pairHome(first);
    if (rest.every((pair) => pair.east.path === first.east.path)) return this.partyHome(first.east);
    if (rest.every((pair) => pair.west.path === first.west.path)) return this.partyHome(first.west);
    const around = this.pairs.find((pair) => legs.every((leg) => this.covers(pair, leg.east.path, leg.west.path)));
    if (around) return this.pairHome(around);
    return this.around(legs.map(({ east }) => east.path)) ?? this.around(legs.map(({ west }) => west.path));
  }

  /**
   * Scope of what is said of some regions: the pair or the common party of their pairs; of one named region around the
   * pairs (广州市 above its districts) that region's own; of one that the document does not name as a party (上海市 in a
   * paper on 嘉定区), what its pairs share; else the nearest region around.
   */
  regionsHome(paths: readonly string[]): Home | null {
    const between = this.legs(paths);
    const touched = this.pairs.filter((pair) =>
      paths.some((path) => pathWithin(path, pair.east.path) || pathWithin(path, pair.west.path)),
    );
    const inside = this.unsplitHome(between.length > 0 ? between : touched);
    if (inside) return inside;
    const own = paths.length === 1 ? this.regions.get(paths[0] ?? "") : undefined;
    if (own) return this.partyHome(own);
    const below = this.pairs.filter((pair) =>
      paths.some((path) => pathWithin(pair.east.path, path) || pathWithin(pair.west.path, path)),
    );
    return this.unsplitHome(below) ?? this.around(paths);
  }

  /**
   * Scope of what the document says without naming anybody: its one pair, or what all its pairs share; without pairs
   * the region around all that it names.
   */
  documentHome(): Home | null {
    return this.pairs.length > 0 ? this.unsplitHome(this.pairs) : this.around([...this.regions.keys()]);
  }

  /** Scope of the nearest region of the document around all of some places. */
  private around(paths: readonly string[]): Home | null {
    const outer = [...this.regions.values()]
      .filter((party) => paths.length > 0 && paths.every((path) => pathWithin(path, party.path)))
      .sort((a, b) => b.path.length - a.path.length)[0];
    return outer ? this.partyHome(outer) : null;
  }

  /**
   * Pairs whose party on the other side is named in a text by its stem (罗甸 for 罗甸县). A list left open names none:
   * 虎门等镇区 are all of them.
   */
  named(text: string, among: readonly DocumentPair[]): readonly DocumentPair[] {
    const oneEast = new Set(among.map((pair) => pair.east.path)).size === 1;
    const found = among.filter((pair) => text.includes(regionStem(oneEast ? pair.west.path : pair.east.path)));
    const open = found.some((pair) => {
      const stem = regionStem(oneEast ? pair.west.path : pair.east.path);
      return OPEN_LIST.test(text.slice(text.indexOf(stem) + stem.length));
    });
    return open ? [] : found;
  }

  private pairingParty(path: string, type: PartyType, side: "east" | "west"): PartyRef {
    const region = this.regions.get(path);
    if (region) return { ...region, side: region.side ?? side };
    const kind = type === "group" ? "group" : REGION_TYPES.includes(type) ? "region" : "organisation";
    return { kind, path, adcode: null, side };
  }

  private inside(party: PartyRef, outer: PartyRef): boolean {
    if (party.kind === "region") return pathWithin(party.path, outer.path);
    const organisation = this.of("organisation").find((fact) => fact.name === party.path);
    if (organisation?.region) return pathWithin(organisation.region, outer.path);
    return party.path.includes(regionName(outer.path)) || party.path.includes(regionStem(outer.path));
  }

  private covers(pair: DocumentPair, east: string, west: string): boolean {
    return pathWithin(east, pair.east.path) && pathWithin(west, pair.west.path);
  }
}

function isPairLevel(fact: PairingFact): boolean {
  return PAIR_TYPES.includes(fact.eastType) && PAIR_TYPES.includes(fact.westType);
}

function depth(pair: { readonly east: PartyRef; readonly west: PartyRef }): number {
  return pair.east.path.length + pair.west.path.length;
}
