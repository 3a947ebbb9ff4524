/** A bus company's talk: what it takes to plan and to word its communications. */
import type { EmailPlan, QueryPlan, ThreadPlan } from "../../lib/contracts/comms_plan.ts";
import { THEMES } from "../../lib/contracts/demand.ts";
import type { Talk } from "../../lib/contracts/talk.ts";
import type { Writer } from "../../lib/llm/embedded/write_tasks.ts";

export const toyTalk: Talk = {
  channels: [
    { id: "data-platform", bucket: "platform" },
    { id: "data-help", bucket: "analytics" },
    { id: "depots", bucket: "domain" },
  ],
  lists: [
    { id: "data-platform-announce", bucket: "platform" },
    { id: "analytics-weekly", bucket: "analytics" },
    { id: "fares", bucket: "domain" },
  ],
  subjects: THEMES.flatMap((theme) => [
    { theme, table: "fact_ride", column: null, parent: null },
    { theme, table: "fact_ride", column: "stop_id", parent: "dim_stop" },
  ]),
  questions: THEMES.map((theme) => ({
    id: `rides/${theme}`,
    theme,
    tables: ["fact_ride"],
    columns: ["fact_ride.fare_cents"],
    sql: "SELECT sum(fare_cents) FROM fact_ride WHERE stop_id = {stop}",
    wordings: ["fares at {stop}"],
    slots: { stop: Array.from({ length: 40 }, (_, i) => ({ said: `stop ${i}`, sql: String(i) })) },
  })),
  words: {},
};

function message(plan: ThreadPlan["messages"][number], ds: string, take: number): string {
  const link = plan.link === null ? "" : ` https://${plan.link}/notes`;
  return `${plan.act} by ${plan.user_id} on ${ds}, take ${take}${link}${plan.code ? " `SELECT 1`" : ""}`;
}

/** Words that keep every rule, and tell whose they are. */
export const toyWriter: Writer = {
  thread: (plan: ThreadPlan, take: number) => ({
    texts: plan.messages.map((one) => message(one, plan.event?.ds ?? plan.ds, take)),
  }),
  email: (plan: EmailPlan, take: number) => ({
    subject: `About the rides of ${plan.ds}`,
    body: message(plan.message, plan.event?.ds ?? plan.ds, take),
  }),
  query: (plan: QueryPlan, take: number) => ({
    text: `${plan.query_id.slice(1)} fares at ${Object.values(plan.slots).join(" ")} take ${take}`,
  }),
};
