/** The embedded writer as tasks of a provider. */
import { WriteEmailsInput, WriteQueriesInput, WriteThreadsInput } from "../../contracts/write_tasks.ts";
import type { EmailPlan, QueryPlan, ThreadPlan } from "../../contracts/comms_plan.ts";
import type { Talk } from "../../contracts/talk.ts";
import type { EmbeddedTask } from "./provider.ts";
import { writeEmail, writeQuery, writeThread } from "./writer/mod.ts";

/** Name and version, which every output states. */
export const WRITER_MODEL = "dnr-writer-1";

/** Words of one plan; the same plan and take always get the same words. */
export interface Writer {
  thread(plan: ThreadPlan, take: number): { texts: string[] };
  email(plan: EmailPlan, take: number): { subject: string; body: string };
  query(plan: QueryPlan, take: number): { text: string };
}

/** Far from any seed that a user may choose for another corpus. */
const NEXT_TAKE = 1_000_003;

export function embeddedWriter(talk: Talk, seed: number): Writer {
  const seedOf = (take: number): number => seed + take * NEXT_TAKE;
  return {
    thread: (plan, take) => ({ texts: writeThread(plan, talk, seedOf(take)) }),
    email: (plan, take) => writeEmail(plan, talk, seedOf(take)),
    query: (plan, take) => ({ text: writeQuery(plan, talk, seedOf(take)) }),
  };
}

/** The writer's answers to {@link "../../contracts/write_tasks.ts"}. */
export function writeTasks(writer: Writer): Readonly<Record<string, EmbeddedTask>> {
  return {
    write_threads(input) {
      const { take, plans } = WriteThreadsInput.parse(input);
      return { answer: { items: plans.map((plan) => ({ id: plan.thread_id, ...writer.thread(plan, take) })) } };
    },
    write_emails(input) {
      const { take, plans } = WriteEmailsInput.parse(input);
      return { answer: { items: plans.map((plan) => ({ id: plan.thread_id, ...writer.email(plan, take) })) } };
    },
    write_queries(input) {
      const { take, plans } = WriteQueriesInput.parse(input);
      return { answer: { items: plans.map((plan) => ({ id: plan.query_id, ...writer.query(plan, take) })) } };
    },
  };
}
