import type { AcrossDocuments, SameThing } from "@shanhai/engine";

const KINDS: Readonly<Record<SameThing["kind"], string>> = {
  event: "活动",
  project: "项目",
  person: "人员",
  figure: "数据",
};

/** For people: what several documents tell in common, contradictions first, each value with the place that states it. */
export function acrossLines({ documents, things }: AcrossDocuments): readonly string[] {
  const differing = things.filter((thing) => thing.contradictions.length > 0).length;
  return [
    `■ ${documents.length} 份材料比对 · ${documents.length} documents: 共同 · in common ${things.length}，不一致 · differing ${differing}`,
    ...[...things]
      .sort((a, b) => Number(b.contradictions.length > 0) - Number(a.contradictions.length > 0))
      .flatMap((thing) => [
        `  ${KINDS[thing.kind]} ${thing.name}  ${thing.occurrences.map((place) => place.document).join("、")}`,
        ...thing.contradictions.flatMap((differs) => [
          `    ! ${differs.message.zh} · ${differs.message.en}`,
          ...differs.rivals.flatMap((rival) =>
            rival.occurrences.map(
              (place) => `      ${rival.value}  ${place.document}「${shorten(place.evidence[0]?.quote ?? "")}」`,
            ),
          ),
        ]),
      ]),
  ];
}

const shorten = (quote: string): string => (quote.length <= 30 ? quote : `${quote.slice(0, 30)}…`).replace(/\s+/g, " ");
