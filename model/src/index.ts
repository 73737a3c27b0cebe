export { bulkFields, hasRuns } from "./bulk-fields.js";
export { codeLists } from "./code-lists.js";
export type { Correction } from "./correct-fact.js";
export { correctFact, correctionProblems } from "./correct-fact.js";
export { countyAverage } from "./counting/county-average.js";
export type { CauseCandidate, DifferenceCause, Explanation } from "./counting/explain-difference.js";
export { CAUSE_WORDS, explainDifference } from "./counting/explain-difference.js";
export type { FigureWarning, MonthFigure } from "./counting/figure-checks.js";
export { checkCumulative, checkPart, checkWhole } from "./counting/figure-checks.js";
export type * from "./counting/indicator-definition.js";
export { FIRST_YEAR, unitIn, versionIn, windowDays } from "./counting/indicator-definition.js";
export type { IndicatorChange, PaceChange } from "./counting/indicator-set.js";
export {
  hasMeasure,
  paceRuleIn,
  unitChoices,
  windowProblem,
  withChanges,
} from "./counting/indicator-set.js";
export { KeyTable, textBits } from "./counting/key-table.js";
export type { LabourCount, LabourJob } from "./counting/labour-persons.js";
export { countLabour } from "./counting/labour-persons.js";
export type { Pace, PaceRule, PaceState } from "./counting/pace.js";
export { isLagging, PACE_WORDS, paceOf, paceOfMonth, USUAL_PACE_RULE } from "./counting/pace.js";
export type { PairingCount, PairingLink } from "./counting/pairing-counts.js";
export { countPairings } from "./counting/pairing-counts.js";
export type { Posting, PostingCount } from "./counting/posting-counts.js";
export { countPostings } from "./counting/posting-counts.js";
export type { Rate } from "./counting/rate.js";
export { fitsDenominator, impliedDenominator, rateOf } from "./counting/rate.js";
export type { SaleCount, SaleLine, SaleReturn, SaleVerdict, SaleWindow } from "./counting/sale-exclusions.js";
export { calendarWindow, countSales, invoiceKey, printedInvoice, returnedAmount } from "./counting/sale-exclusions.js";
export type { SubsidyRule } from "./counting/subsidy-shares.js";
export { subsidyShares } from "./counting/subsidy-shares.js";
export type { YearFigure, YearPoint } from "./counting/year-series.js";
export { yearSeries } from "./counting/year-series.js";
export { dictionaries } from "./dictionaries/index.js";
export type * from "./dictionary.js";
export {
  aliasesOf,
  codesOf,
  dictionaryCodes,
  entriesOf,
  hasDictionary,
  withDictionaries,
  wordsOf,
} from "./dictionary-codes.js";
export type { DictionaryPlace, ReadWord, WordAt, WordReading } from "./dictionary-reader.js";
export { aliasesAt, DictionaryReader, understandWord, wordKey } from "./dictionary-reader.js";
export type { TextMark } from "./find-in-text.js";
export { findInText } from "./find-in-text.js";
export { otherNames } from "./former-names.js";
export { sheetForms } from "./forms/index.js";
export type { GroupRun, GroupTotal } from "./group-runs.js";
export { groupRuns, joinRuns, withChangedRow } from "./group-runs.js";
export { heldLedgers, withParts } from "./held-ledgers.js";
export { indicatorOfLine } from "./indicator-lines.js";
export { indicators } from "./indicators/index.js";
export type { IntegerRange } from "./integer-range.js";
export { inRange, MONTHS, YEARS } from "./integer-range.js";
export type { CellForm } from "./parse-value.js";
export { cellText, fitsCell, parseValue, referenceWords } from "./parse-value.js";
export { printNumber, typedNumber } from "./print-number.js";
export type { Language, Titles } from "./print-value.js";
export { printValue, rowTitle } from "./print-value.js";
export type { ProjectLag } from "./project-lag.js";
export { projectLag } from "./project-lag.js";
export { STAGE_DAYS, stageByDays } from "./project-stages.js";
export type { ProofName } from "./proof-name.js";
export { isBareProof, proofName } from "./proof-name.js";
export type * from "./proposal.js";
export { proposals } from "./proposals/index.js";
export { proposeRows } from "./propose-rows.js";
export type * from "./record-definition.js";
export type { RecordGroup } from "./record-groups.js";
export { recordGroups } from "./record-groups.js";
export { recordDefinitions } from "./records/index.js";
export { regionName, regionPathParts, regionStem } from "./region-path.js";
export { reportStates } from "./report-states.js";
export type * from "./review.js";
export { scopeId } from "./scope-id.js";
export { queryGrams, searchGrams, titleContains } from "./search-grams.js";
export type { SoundOrder } from "./sort-key.js";
export { sortKey } from "./sort-key.js";
export { findSpelled, initialGrams, soundQueryGrams } from "./sound-initials.js";
export { printReason, systemReasons } from "./system-reasons.js";
export { BitList } from "./tables/bit-list.js";
export { checkSummary, SummarySums } from "./tables/check-summary.js";
export { recordKeys } from "./tables/definition-form.js";
export type { Finding, FindingCode } from "./tables/finding.js";
export { finding, findingTexts } from "./tables/finding.js";
export { joinedValues } from "./tables/form-values.js";
export type { CellPlace, Grid, GridCell } from "./tables/grid.js";
export { columnName, placeName, squeezed } from "./tables/grid.js";
export type { FiguresInWords } from "./tables/office-number.js";
export type { ChosenColumns, ReadingChoices, SheetReading, SheetTable } from "./tables/read-sheets.js";
export { readSheets, sheetsOfForm } from "./tables/read-sheets.js";
export { headGrid, RosterReader, type RosterRemark, type RosterTelling } from "./tables/roster-reader.js";
export { type TotalCheck, totalFinding } from "./tables/running-totals.js";
export type {
  BuiltRows,
  CoveredFile,
  FormColumn,
  FormContext,
  NeededRow,
  ReadRow,
  RosterEntry,
  RosterForm,
  RosterLine,
  RosterTally,
  RosterVerdict,
  SheetCount,
  SheetForm,
  SheetRow,
  SheetValue,
} from "./tables/sheet-form.js";
export { contextOfSheet } from "./tables/sheet-form.js";
export {
  HabitCount,
  type HabitPlaces,
  PlaceCount,
  type SheetSurroundings,
  SUMMARY_SHEET,
} from "./tables/sheet-habits.js";
export { taskSteps, taskUnitSteps } from "./task-steps.js";
export type { Parsed, ValueProblem, ValueProblemCode } from "./value-problem.js";
export { valueProblem, valueProblemTexts } from "./value-problem.js";
export type { CreditCodeCheck } from "./values/credit-code.js";
export { checkCreditCode, creditCodeCheckCharacter } from "./values/credit-code.js";
export type { Decimal } from "./values/decimal.js";
export {
  addDecimals,
  compareDecimals,
  divideDecimals,
  isDecimalText,
  roundDecimal,
  shiftDecimal,
  subtractDecimals,
} from "./values/decimal.js";
export type { Coded } from "./values/ids.js";
export {
  commandId,
  documentId,
  factRowId,
  happeningId,
  ID_NAMESPACE,
  NIL_SCOPE,
  organisationId,
  pairId,
  partyId,
  regionId,
  timeOrderedId,
} from "./values/ids.js";
export type { Fen, Money, MoneyUnit } from "./values/money.js";
export { moneyFromJson, moneyToJson, parseMoney, printMoney } from "./values/money.js";
export type { DateRelation, DayRange, PartialDate } from "./values/partial-date.js";
export {
  compareDates,
  dayRange,
  isPartialDate,
  parsePartialDate,
  printDateSpan,
  printPartialDate,
  relateDates,
} from "./values/partial-date.js";
export type { RegionCode, RegionLevel } from "./values/region-code.js";
export { parentRegionCode, parseRegionCode, regionLevel, regionWithin } from "./values/region-code.js";
export type { WordHit } from "./words-in-text.js";
export { offeredNames, wordsInTexts } from "./words-in-text.js";
export {
  definitionIn,
  everyLabel,
  fieldAt,
  fieldIn,
  holdsIn,
  labelIn,
  offeredIn,
  rowYear,
  spans,
} from "./yearly-labels.js";
