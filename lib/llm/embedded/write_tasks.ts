/** The embedded writer as tasks of a provider. */
import { WriteEmailsInput, WriteQueriesInput, WriteThreadsInput } from "../../contracts/write_tasks.ts";
import type { EmailPlan, QueryPlan, ThreadPlan } from "../../contracts/comms_plan.ts";
import type { Talk } from "../../contracts/talk.ts";
import { salt } from "../../core/seeds.ts";
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

/** Bits of a seed that a number holds exactly. */
const SEED_BITS = 53;

/** A writer whose words are a company's own, of the same seed too. */
export function embeddedWriter(talk: Talk, seed: number, company: string): Writer {
  const seedOf = (take: number): number => Number(BigInt.asUintN(SEED_BITS, salt(seed, `writer/${company}/${take}`)));
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
