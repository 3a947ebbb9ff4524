/**
 * What `gen-comms` decides before a word is written: the plan of each thread, e-mail and query. Labels come from the plan;
 * a provider only puts it into words.
 */
import { z } from "zod";
import { Relevance, Role, Theme } from "./demand.ts";
import { Ds } from "./health.ts";

/** What an item speaks of. Tables and columns are names of the archetype's schema. */
export const Subject = z.strictObject({
  table: z.string(),
  /** Null when the table as a whole is meant. */
  column: z.string().nullable(),
  /** For a foreign key in `column`: the table it points at. */
  parent: z.string().nullable(),
});
export type Subject = z.infer<typeof Subject>;

/** A defect of the ledger that an item was written about. */
export const PlannedEvent = z.strictObject({
  id: z.string(),
  defect: z.string(),
  /** First local day. */
  ds: Ds,
});
export type PlannedEvent = z.infer<typeof PlannedEvent>;

/** Courses of a thread (`reference/domain.md` 3.3). */
export const SHAPES = ["fixed", "answered", "alert", "ticket", "unanswered", "chat"] as const;
/**
 * What a message does: the root asks, alerts or tells; replies clarify (a question back), diagnose (what was found), fix
 * (what was done), point (to a definition, a page, a view), confirm (it is solved), park (a ticket, a backlog), bump (any
 * news?), defer (a partial late answer), chime (an aside of somebody else), close (an end that leaves it open).
 */
export const ACTS = [
  "ask",
  "alert",
  "tell",
  "clarify",
  "answer",
  "diagnose",
  "fix",
  "point",
  "confirm",
  "park",
  "bump",
  "defer",
  "chime",
  "close",
] as const;

export const PlannedMessage = z.strictObject({
  message_id: z.string(),
  user_id: z.string(),
  role: Role,
  act: z.enum(ACTS),
  /** A user that the message may name, such as `u017`. */
  mention: z.string().nullable(),
  /** Placeholder domain that the text must link to (`https://{domain}/...`); null: no link. */
  link: z.string().nullable(),
  /** The text must hold a short fragment of SQL between backticks. */
  code: z.boolean(),
});
export type PlannedMessage = z.infer<typeof PlannedMessage>;

const common = {
  /** Local day on which it is written. */
  ds: Ds,
  relevance: Relevance,
  theme: Theme.nullable(),
  met: z.boolean().nullable(),
  /** Null unless positive, or when the item names no table (a symptom in the business alone). */
  subject: Subject.nullable(),
  event: PlannedEvent.nullable(),
};

export const ThreadPlan = z.strictObject({
  thread_id: z.string(),
  channel_id: z.string(),
  ...common,
  shape: z.enum(SHAPES),
  messages: z.array(PlannedMessage).min(1),
});
export type ThreadPlan = z.infer<typeof ThreadPlan>;

export const EmailPlan = z.strictObject({
  thread_id: z.string(),
  list: z.string(),
  ...common,
  message: PlannedMessage,
});
export type EmailPlan = z.infer<typeof EmailPlan>;

/** The SQL is decided with the plan, so that words and statement ask the same. */
export const QueryPlan = z.strictObject({
  query_id: z.string(),
  ds: Ds,
  theme: Theme,
  /** `id` of the archetype's {@link "./talk.ts".Question}, and the values of its slots. */
  question: z.string(),
  slots: z.record(z.string(), z.string()),
  sql: z.string(),
});
export type QueryPlan = z.infer<typeof QueryPlan>;

/** What the words of a plan are: one text a message, in order. */
export const ThreadWords = z.strictObject({ texts: z.array(z.string()) });
export const EmailWords = z.strictObject({ subject: z.string(), body: z.string() });
export const QueryWords = z.strictObject({ text: z.string() });
