/** Which items have a need for data, and about what: exact shares, in random order. */
import type { Subject } from "../contracts/comms_plan.ts";
import type { Relevance, Source, Theme } from "../contracts/demand.ts";
import type { Talk } from "../contracts/talk.ts";
import type { Mixes } from "./company.ts";
import { dealt, type Streams } from "./draws.ts";

export interface Need {
  readonly relevance: Relevance;
  /** Null unless positive. */
  readonly theme: Theme | null;
}

/** Shares are held exactly (by largest remainder), themes among the positive items. */
export function dealNeeds(
  open: Streams,
  source: Exclude<Source, "nlq">,
  total: number,
  mixes: Mixes,
): Need[] {
  const relevances = dealt(open(`${source}/relevance`), total, mixes.relevance);
  const positives = relevances.filter((relevance) => relevance === "positive").length;
  const themes = dealt(open(`${source}/theme`), positives, mixes.theme).values();
  return relevances.map((relevance) => ({
    relevance,
    theme: relevance === "positive" ? themes.next().value! : null,
  }));
}

/** Share of the positive items that tell a symptom in the business and name no table. */
const SYMPTOM_ALONE = 0.25;

/** What an item of that theme names; null where it names no table, or the company has no subject for the theme. */
export function drawSubject(open: Streams, stream: string, theme: Theme | null, talk: Talk): Subject | null {
  if (theme === null) return null;
  const subjects = talk.subjects.filter((subject) => subject.theme === theme);
  const subject = open(`${stream}/subject`);
  if (subject.chance(SYMPTOM_ALONE) || subjects.length === 0) return null;
  const { table, column, parent } = subject.pick(subjects);
  return { table, column, parent };
}
