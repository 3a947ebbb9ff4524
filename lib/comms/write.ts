/** Plans into words: asked of a model, checked, asked once more, and else written by the embedded writer. */
import type { Answer, Failure, Model } from "../llm/client.ts";
import type { Writer } from "../llm/embedded/write_tasks.ts";
import { askInOrder } from "../llm/in_order.ts";
import type { Assignment } from "./assignments.ts";
import type { Fault, Rule } from "./check_text.ts";
import type { Rulebook } from "./check_words.ts";
import { nearDuplicates } from "./near_duplicates.ts";
import { type Batch, batches } from "./requests.ts";

/** What became of the texts of one kind. */
export interface Writing {
  /** Plans whose words the model wrote, at the first or the second time of asking. */
  byModel: number;
  askedAgain: number;
  /** Plans whose words nearly repeated others, where more did than a corpus may have. */
  repeated: number;
  /** Plans that the embedded writer worded instead of the model. */
  replaced: number;
  /** Broken rules, of all words that came back. */
  readonly faults: Map<Rule, number>;
  /** Requests without an answer. */
  readonly failures: Map<Failure, number>;
}

export interface Desk {
  readonly model: Model;
  readonly writer: Writer;
  readonly rules: Rulebook;
  readonly company: string;
  /** Called as answers come in: plans that were answered, of all. */
  advance(done: number, total: number): void;
}

/** Requests under way: more than the model lets through at once. */
const AHEAD = 64;
/** Each has been retried already: an endpoint that failed this often in a row is away. */
const MOST_NETWORK_FAILURES = 10;
/** Takes that the embedded writer gets beyond those asked of the model. */
const EMBEDDED_TAKES = 8;
/** Specification, section 7: near-duplicates among the texts of a corpus. */
const MOST_REPEATED = 0.05;
/** A plan that an answer left out. */
const UNANSWERED: Fault = { rule: "wrong_count", found: "no words" };

/**
 * The words of every plan, in order.
 *
 * @throws {UserError} where no request can succeed (a wrong key, an unknown model).
 */
export async function writeAll<P, W>(
  desk: Desk,
  assignment: Assignment<P, W>,
  plans: readonly P[],
): Promise<{ words: W[]; writing: Writing }> {
  const writing: Writing = {
    byModel: 0,
    askedAgain: 0,
    repeated: 0,
    replaced: 0,
    faults: new Map(),
    failures: new Map(),
  };
  const accepted = new Map<string, W>();
  const faulty = new Map<string, readonly Fault[]>();
  const judge = (plan: P, words: W | undefined): void => {
    const faults = words === undefined ? [UNANSWERED] : assignment.faults(plan, words, desk.rules);
    for (const { rule } of faults) writing.faults.set(rule, (writing.faults.get(rule) ?? 0) + 1);
    if (words !== undefined && faults.length === 0) accepted.set(assignment.id(plan), words);
    else faulty.set(assignment.id(plan), faults);
  };
  const open = (): P[] => plans.filter((plan) => !accepted.has(assignment.id(plan)));
  for (const take of [0, 1]) {
    // Asked again is what was answered badly or in part; what found no answer at all was retried already.
    const wanted = take === 0 ? plans : open().filter((plan) => faulty.has(assignment.id(plan)));
    if (take === 1) writing.askedAgain = wanted.length;
    const requests = batches(assignment, wanted, { company: desk.company, take, faults: faulty });
    const goesOn = await askAll(desk, assignment, requests, judge, writing, plans.length);
    if (!goesOn) break;
  }
  for (
    const plan of repeated(
      plans.filter((plan) => accepted.has(assignment.id(plan))),
      (plan) => assignment.text(accepted.get(assignment.id(plan))!),
    )
  ) {
    accepted.delete(assignment.id(plan));
    writing.repeated++;
  }
  writing.byModel = accepted.size;
  for (const plan of open()) {
    accepted.set(assignment.id(plan), writeEmbedded(desk, assignment, plan));
    writing.replaced++;
  }
  return { words: plans.map((plan) => accepted.get(assignment.id(plan))!), writing };
}

/** Plans whose words nearly repeat those of an earlier one; none as long as a corpus may have that many. */
function repeated<P>(plans: readonly P[], textOf: (plan: P) => string): P[] {
  const found = nearDuplicates(plans.map(textOf));
  return found.length <= MOST_REPEATED * plans.length ? [] : found.map((i) => plans[i]!);
}

/** Asks for all requests; false where asking more is pointless: the money or the network ended. */
async function askAll<P, W>(
  { model, advance }: Desk,
  assignment: Assignment<P, W>,
  requests: readonly Batch<P>[],
  judge: (plan: P, words: W | undefined) => void,
  writing: Writing,
  total: number,
): Promise<boolean> {
  type Words = { readonly id: string } & W;
  let networkFailures = 0;
  let goesOn = true;
  let done = 0;
  const take = (answer: Answer<{ items: readonly Words[] }>, i: number): boolean => {
    const { plans } = requests[i]!;
    advance(done += plans.length, total);
    if (answer.status !== "ok") {
      writing.failures.set(answer.status, (writing.failures.get(answer.status) ?? 0) + 1);
      networkFailures = answer.status === "network" ? networkFailures + 1 : 0;
      goesOn = answer.status !== "budget" && networkFailures < MOST_NETWORK_FAILURES;
      return goesOn;
    }
    networkFailures = 0;
    const byId = new Map(answer.value.items.map(({ id, ...words }) => [id, words as unknown as W]));
    for (const plan of plans) judge(plan, byId.get(assignment.id(plan)));
    return true;
  };
  await askInOrder(requests, AHEAD, ({ request }) => model.ask(request, assignment.answer), take);
  return goesOn;
}

/** @throws {RangeError} where no take keeps the rules: a fault of the writer. */
function writeEmbedded<P, W>({ writer, rules }: Desk, assignment: Assignment<P, W>, plan: P): W {
  let faults: readonly Fault[] = [];
  for (let take = 2; take < 2 + EMBEDDED_TAKES; take++) {
    const words = assignment.write(writer, plan, take);
    faults = assignment.faults(plan, words, rules);
    if (faults.length === 0) return words;
  }
  const [{ rule, found } = { rule: "nothing", found: "" }] = faults;
  throw new RangeError(`the embedded writer cannot word ${assignment.id(plan)} within the rules: ${rule}, ${found}`);
}
