/** What the words of a corpus cost, or would cost. */
import type { Estimate } from "../contracts/budget.ts";
import type { Model } from "../llm/client.ts";
import { emailAssignment, queryAssignment, threadAssignment } from "./assignments.ts";
import type { CommsPlan } from "./plan.ts";
import { batches, likelyCost } from "./requests.ts";

/**
 * Words that are rejected are asked for once more, and an answer that cannot be read is repaired once: with up to a tenth
 * of both, the middle estimate grows by a fifth.
 */
const RETRIED = 1.2;

/**
 * What the words would cost, in dollars. The ceiling is the cap itself: what it does not reach for is written for free.
 *
 * @param company As in the requests' briefing.
 */
export function estimateCost(model: Model, plan: CommsPlan, company: string, capUsd: number): Estimate {
  if (model.free) return { p50: 0, p95: 0, ceiling: 0 };
  const briefing = { company, take: 0, faults: new Map() };
  const nano = [
    likelyCost(model, queryAssignment, batches(queryAssignment, plan.queries.map(({ plan }) => plan), briefing)),
    likelyCost(model, emailAssignment, batches(emailAssignment, plan.emails.map(({ plan }) => plan), briefing)),
    likelyCost(model, threadAssignment, batches(threadAssignment, plan.threads.map(({ plan }) => plan), briefing)),
  ].reduce((sum, cost) => sum + cost, 0);
  const usd = (amount: number): number => Math.min(Math.round(amount) / 1e9, capUsd);
  return { p50: usd(nano), p95: usd(RETRIED * nano), ceiling: capUsd };
}
