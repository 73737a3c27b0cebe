import { sameHappening } from "../likeness/happening-likeness.js";
import type { Matching } from "../likeness/matching.js";

/** 会议: the same pair on days that meet and the same kind of meeting: a symposium is not the joint meeting of that day. */
export const meetingMatching: Matching = {
  record: "meeting",
  candidates: (row, scopeId, find) =>
    sameHappening(row, scopeId, find, [{ field: "type", zh: "会议类型", en: "type of meeting", exact: true }]),
};
