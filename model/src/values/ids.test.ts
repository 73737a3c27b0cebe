import assert from "node:assert/strict";
import { test } from "node:test";
import { validate, version } from "uuid";
import { happeningId, ID_NAMESPACE, organisationId, pairId, partyId, regionId, timeOrderedId } from "./ids.js";

/**
 * Fixed for ever: two installations that never met give these ids. A change here gives every stored row a second id.
 */
test("ids from codes never change", () => {
  assert.equal(ID_NAMESPACE, "d497c4ef-4130-4559-861f-3a9ba3b827d7");
  const east = partyId({ kind: "region", code: "330203", name: "浙江省宁波市海曙区" });
  const west = partyId({ kind: "region", code: "513432", name: "四川省凉山彝族自治州喜德县" });
  assert.deepEqual(
    [regionId("330203", "浙江省宁波市海曙区"), east, pairId(east, west), organisationId("91110000101623741K")],
    [
      "1d4632a1-c822-5420-ab5a-f0ca20260a85",
      "3a281a03-f2e0-50aa-9bfa-f4d53286eecd",
      "974c2fe8-ee5b-5101-86df-d0df05a20df8",
      "e58cd079-c3e1-56b1-a9a6-7919d7a4228d",
    ],
  );
});

test("a region's id follows from its code; a functional zone without one takes its path", () => {
  assert.equal(regionId("330203", "旧名"), regionId("330203", "新名"));
  assert.notEqual(regionId(null, "广东省东莞市滨海湾新区"), regionId(null, "广东省东莞市松山湖"));
  assert.notEqual(regionId(null, "330203"), regionId("330203", ""));
});

test("kinds, sides and things do not collide", () => {
  const names = { code: null, name: "虎门组团" };
  const ids = [
    partyId({ kind: "group", ...names }),
    partyId({ kind: "organisation", ...names }),
    partyId({ kind: "region", ...names }),
    regionId(null, "虎门组团"),
    happeningId("虎门组团"),
  ];
  assert.equal(new Set(ids).size, ids.length);
  const [a = "", b = ""] = ids;
  assert.notEqual(pairId(a, b), pairId(b, a));
  assert.ok(ids.every((id) => validate(id) && version(id) === 5));
});

test("other ids are UUIDv7: ordered by time, made of the bytes given", () => {
  const bytes = (fill: number) => new Uint8Array(16).fill(fill);
  const earlier = timeOrderedId(1_700_000_000_000, bytes(255));
  const later = timeOrderedId(1_700_000_000_001, bytes(0));
  assert.ok(earlier < later);
  assert.equal(version(earlier), 7);
  assert.equal(timeOrderedId(1, bytes(7)), timeOrderedId(1, bytes(7)));
});
