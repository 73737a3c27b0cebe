import type { DictionaryDefinition } from "../dictionary.js";
import { assessmentGrade } from "./assessment-grade.js";
import { budgetSubject } from "./budget-subject.js";
import { countyClass } from "./county-class.js";
import { demoVillageName } from "./demo-village-name.js";
import { fundKind } from "./fund-kind.js";
import { fundNegativeList } from "./fund-negative-list.js";
import { noticePeriod } from "./notice-period.js";
import { populationClass } from "./population-class.js";
import { projectKind } from "./project-kind.js";
import { saleChannel } from "./sale-channel.js";
import { supportFocus } from "./support-focus.js";
import { workshopType } from "./workshop-type.js";

/** All dictionaries, in the order in which 设置 lists them. */
export const dictionaries: readonly DictionaryDefinition[] = [
  fundKind,
  budgetSubject,
  fundNegativeList,
  populationClass,
  countyClass,
  supportFocus,
  projectKind,
  assessmentGrade,
  noticePeriod,
  demoVillageName,
  workshopType,
  saleChannel,
];
