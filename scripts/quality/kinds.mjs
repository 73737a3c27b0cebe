// @ts-check
// The kinds that are scored: where their gold stands, which facts answer it, when two say the same, which attributes
// are asked beside. The first seven make the macro average; the others are scored apart.
import { bare, regionKey, sameName, sameSubject, sameTitle } from "./sameness.mjs";

/** @typedef {any} Entry one gold entry, or one fact, as JSON */
/**
 * @typedef {object} Kind
 * @property {string} name
 * @property {boolean} macro counts in the macro average
 * @property {(gold: Entry) => Entry[]} gold
 * @property {(facts: Entry[]) => Entry[]} facts
 * @property {(gold: Entry, fact: Entry) => boolean} same
 * @property {(entry: Entry) => string} show
 * @property {Record<string, (gold: Entry, fact: Entry) => boolean>} attributes
 */

/** @param {Entry} event @returns {string[]} */
const parties = (event) => [...(event.visitor ?? []), ...(event.host ?? [])].map(regionKey);
/** @param {Entry} event */
const partySet = (event) => [...new Set(parties(event))].sort().join();
/** @param {Entry} entry @param {string} field */
const orNull = (entry, field) => entry[field] ?? null;
/** Facts of one kind. @param {string} kind */
const of = (kind) => (/** @type {Entry[]} */ facts) => facts.filter((fact) => fact.kind === kind);
/** @param {string[]} a @param {string[]} b */
const sameSet = (a, b) => [...new Set(a.map(bare))].sort().join() === [...new Set(b.map(bare))].sort().join();
/** Kinds of organisations that the gold lists; offices of party and government and the media are left out. */
const listedOrganisations = new Set(["enterprise", "school", "hospital", "social_org", "cooperative", "other"]);
/** Issuers may be joined by 、 or spaces in print. @param {string | null} text */
const issuerKey = (text) => bare(text ?? "");

/** @type {readonly Kind[]} */
export const kinds = [
  {
    name: "regions",
    macro: true,
    gold: (gold) => gold.regions ?? [],
    facts: of("region"),
    same: (gold, fact) => regionKey(gold) === regionKey(fact.path),
    show: (entry) => (typeof entry === "string" ? entry : entry.path),
    attributes: {},
  },
  {
    name: "pairings",
    macro: true,
    gold: (gold) => gold.pairings ?? [],
    facts: of("pairing"),
    same: (gold, fact) =>
      regionKey(gold.east) === regionKey(fact.east) && regionKey(gold.west) === regionKey(fact.west),
    show: (entry) => `${entry.east} ↔ ${entry.west}`,
    attributes: {},
  },
  {
    name: "events",
    macro: true,
    gold: (gold) => gold.events ?? [],
    facts: (facts) => of("event")(facts).filter((event) => (event.status ?? "held") === "held"),
    same: (gold, fact) => {
      if (gold.type !== fact.type || orNull(gold, "start") !== orNull(fact, "start")) return false;
      const asked = parties(gold);
      return asked.length === 0 || parties(fact).some((party) => asked.includes(party));
    },
    show: (entry) =>
      `${entry.type} ${entry.start}..${entry.end} ${(entry.visitor ?? []).join("+")} → ${(entry.host ?? []).join("+")} (${entry.lead ?? ""})`,
    attributes: {
      end: (gold, fact) => orNull(gold, "end") === orNull(fact, "end"),
      lead: (gold, fact) => orNull(gold, "lead") === orNull(fact, "lead"),
      parties: (gold, fact) => partySet(gold) === partySet(fact),
    },
  },
  {
    name: "people",
    macro: true,
    gold: (gold) => gold.people ?? [],
    facts: of("person"),
    same: (gold, fact) => gold.name === fact.name,
    show: (entry) => `${entry.name} (${entry.title ?? ""})`,
    attributes: { title: (gold, fact) => (!gold.title && !fact.title) || sameTitle(gold.title, fact.title) },
  },
  {
    name: "projects",
    macro: true,
    gold: (gold) => gold.projects ?? [],
    facts: of("project"),
    same: (gold, fact) => sameName(gold, fact.name),
    show: (entry) => (typeof entry === "string" ? entry : entry.name),
    attributes: {},
  },
  {
    name: "figures",
    macro: true,
    gold: (gold) => gold.figures ?? [],
    facts: of("figure"),
    same: (gold, fact) =>
      gold.kind === fact.measure && Math.abs(gold.base - fact.base) <= 1e-6 * Math.max(1, Math.abs(gold.base)),
    show: (entry) => `${entry.value}${entry.unit} ${entry.of ?? ""}`,
    attributes: { of: (gold, fact) => sameSubject(gold.of, fact.of) },
  },
  {
    name: "commitments",
    macro: true,
    gold: (gold) => gold.commitments ?? [],
    facts: of("commitment"),
    same: (gold, fact) => {
      const start = bare(gold.start);
      const text = bare(fact.text);
      return text.includes(start) || text.startsWith(start.slice(0, 8));
    },
    show: (entry) =>
      `${entry.side}/${entry.act ?? entry.kind} ${entry.speaker ?? ""}: ${entry.start ?? String(entry.text ?? "").slice(0, 24)}`,
    attributes: {
      side: (gold, fact) => gold.side === fact.side,
      kind: (gold, fact) => gold.kind === (fact.act === "decision" ? "pledge" : fact.act),
      speaker: (gold, fact) => orNull(gold, "speaker") === orNull(fact, "speaker"),
    },
  },
  {
    name: "organisations",
    macro: false,
    gold: (gold) => gold.organisations ?? [],
    facts: (facts) => of("organisation")(facts).filter((fact) => listedOrganisations.has(fact.type)),
    same: (gold, fact) =>
      sameName(gold.name, fact.name) || (bare(gold.name).length > 3 && sameTitle(gold.name, fact.name)),
    show: (entry) => `${entry.name} (${entry.type})`,
    attributes: { type: (gold, fact) => gold.type === fact.type },
  },
  {
    name: "plans",
    macro: false,
    gold: (gold) => gold.plans ?? [],
    facts: of("plan"),
    same: (gold, fact) => bare(gold) === bare(fact.name),
    show: (entry) => (typeof entry === "string" ? entry : entry.name),
    attributes: {},
  },
  {
    name: "documents",
    macro: false,
    gold: (gold) => (gold.document ? [gold.document] : []),
    facts: of("document"),
    same: () => true,
    show: (entry) => `${entry.issuer ?? ""} ${entry.number ?? ""} ${entry.date ?? ""}`,
    attributes: {
      issuer: (gold, fact) => issuerKey(gold.issuer) === issuerKey(fact.issuer),
      number: (gold, fact) => orNull(gold, "number") === orNull(fact, "number"),
      date: (gold, fact) => orNull(gold, "date") === orNull(fact, "date"),
      recipients: (gold, fact) => sameSet(gold.recipients, fact.recipients),
      attachments: (gold, fact) => sameSet(gold.attachments, fact.attachments),
      secrecy: (gold, fact) => orNull(gold, "secrecy") === orNull(fact, "secrecy"),
      subject: (gold, fact) =>
        bare(gold.subject) === bare(fact.subject) || sameName(gold.subject ?? "", fact.subject ?? ""),
    },
  },
  {
    name: "targets",
    macro: false,
    gold: (gold) => gold.targets ?? [],
    facts: of("target"),
    same: (gold, fact) =>
      gold.value === fact.value && gold.unit === fact.unit && sameSubject(gold.indicator, fact.indicator),
    show: (entry) => `${entry.indicator} ${entry.value}${entry.unit}`,
    attributes: { year: (gold, fact) => orNull(gold, "year") === orNull(fact, "year") },
  },
];
