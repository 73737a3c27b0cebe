import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "./turns.js";

const reader = { name: "reader", patient: false };
const other = { name: "other", patient: false };
const roll = { name: "roll", patient: true };

test("who waits longest is next; nobody stands twice", () => {
  const turns = new Turns<typeof reader>();
  turns.add(other, 0);
  turns.add(reader, 1);
  turns.add(other, 2);
  assert.equal(turns.length, 2);
  assert.equal(turns.next(3), other);
  turns.remove(other);
  assert.equal(turns.next(3), reader);
});

test("a patient one lets those go who came later", () => {
  const turns = new Turns<typeof reader>();
  turns.add(roll, 0);
  assert.equal(turns.next(0), roll);
  turns.add(reader, 1);
  assert.equal(turns.next(1), reader);
});

test("a patient one waits a moment for the next question of who has just asked", () => {
  const turns = new Turns<typeof reader>();
  turns.add(roll, 0);
  turns.ended(false, 10);
  assert.equal(turns.next(11), null);
  assert.equal(turns.pause(11), 2);
  assert.equal(turns.next(13), roll);
  turns.ended(true, 20);
  assert.equal(turns.next(20), roll);
});

test("a patient one is not kept waiting for ever", () => {
  const turns = new Turns<typeof reader>();
  turns.add(roll, 0);
  for (let at = 1; at < 200; at += 1) {
    turns.add(reader, at);
    assert.equal(turns.next(at), reader);
    turns.remove(reader);
    turns.ended(false, at);
  }
  turns.add(reader, 200);
  assert.equal(turns.next(200), roll);
});

test("nobody waits: nothing to wait for", () => {
  const turns = new Turns<typeof reader>();
  assert.equal(turns.next(0), null);
  assert.equal(turns.pause(0), null);
});

test("others who come one after another are a crowd, for a second", () => {
  const turns = new Turns<typeof reader>();
  for (let at = 0; at < 11; at += 1) turns.ended(false, at * 80);
  assert.equal(turns.crowded(880), false);
  turns.ended(true, 880);
  assert.equal(turns.crowded(880), false);
  turns.ended(false, 880);
  assert.equal(turns.crowded(880), true);
  assert.equal(turns.crowded(1001), false);
});
