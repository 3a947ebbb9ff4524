/** Plans as requests to a model, several plans each. */
import { z } from "zod";
import type { Model, Request } from "../llm/client.ts";
import type { Assignment } from "./assignments.ts";
import type { Fault } from "./check_text.ts";

export interface Batch<P> {
  readonly plans: readonly P[];
  readonly request: Request;
}

/** What a model is told beside the plans. */
export interface Briefing {
  /** The company, in a word or two. */
  readonly company: string;
  /** How often the plans were asked for before. */
  readonly take: number;
  /** What was wrong with the words of the take before, by id. */
  readonly faults: ReadonlyMap<string, readonly Fault[]>;
}

/** Requests of as many plans as their size allows, in order. */
export function batches<P, W>(
  assignment: Assignment<P, W>,
  plans: readonly P[],
  briefing: Briefing,
): Batch<P>[] {
  const { $schema: _, ...definition } = z.toJSONSchema(assignment.answer);
  const schema = { name: assignment.task, definition };
  const groups: P[][] = [];
  let room = 0;
  for (const plan of plans) {
    room -= assignment.texts(plan);
    if (room < 0 || groups.length === 0) {
      groups.push([]);
      room = assignment.textsPerRequest - assignment.texts(plan);
    }
    groups.at(-1)!.push(plan);
  }
  return groups.map((group) => ({ plans: group, request: request(assignment, group, briefing, schema) }));
}

/** Tokens of an answer around its texts. */
const FRAME = 40;

function texts<P, W>({ texts }: Assignment<P, W>, plans: readonly P[]): number {
  return plans.reduce((sum, plan) => sum + texts(plan), 0);
}

function request<P, W>(
  assignment: Assignment<P, W>,
  plans: readonly P[],
  { company, take, faults }: Briefing,
  schema: Request["schema"],
): Request {
  const lines = plans.map((plan) => {
    const wrong = faults.get(assignment.id(plan))?.map(({ rule, found }) => `${rule}: ${found}`);
    return JSON.stringify({ ...assignment.brief(plan) as object, ...(wrong === undefined ? {} : { rejected: wrong }) });
  });
  const again = take === 0
    ? []
    : ["These were rejected before for what `rejected` says: write them anew, without that."];
  return {
    task: assignment.task,
    promptVersion: assignment.prompt.version,
    messages: [
      { role: "system", content: assignment.prompt.text.trim() },
      { role: "user", content: [`Company: ${company}`, ...again, ...lines].join("\n") },
    ],
    schema,
    maxOutputTokens: FRAME + assignment.tokensPerText.most * texts(assignment, plans),
    temperature: 1,
    labels: [],
    input: { take, plans },
  };
}

/** Nanodollars of all first requests, with usual answers. */
export function likelyCost<P, W>(model: Model, assignment: Assignment<P, W>, all: readonly Batch<P>[]): number {
  return all.reduce(
    (sum, { plans, request }) =>
      sum + model.price(request, FRAME + assignment.tokensPerText.likely * texts(assignment, plans)).likely,
    0,
  );
}
