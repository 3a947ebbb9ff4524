/**
 * What a company writes, decided before a word of it: every thread, e-mail and query with its author, time, place, theme
 * and link to an event. Each decision draws from a stream of its own, so that one never moves another.
 */
import type { Table } from "../contracts/archetype.ts";
import type { Ledger } from "../contracts/ledger.ts";
import type { Talk } from "../contracts/talk.ts";
import type { Period } from "../core/calendar.ts";
import type { Mixes } from "./company.ts";
import { streamsOf } from "./draws.ts";
import { type CommsEvent, eventsOf } from "./events.ts";
import { officeHours } from "./hours.ts";
import { type Person, planPeople } from "./people.ts";
import { planEmails, type PlannedEmail } from "./plan_emails.ts";
import { type PlannedQuery, planQueries } from "./plan_queries.ts";
import { type PlannedThread, planThreads } from "./plan_threads.ts";

export interface PlanOptions {
  readonly seed: number;
  /** `id` of the archetype. */
  readonly archetype: string;
  readonly talk: Talk;
  readonly tables: readonly Table[];
  /** The correspondence's days. */
  readonly period: Period;
  readonly threads: number;
  readonly emails: number;
  readonly queries: number;
  readonly mixes: Mixes;
  /** Of the warehouse that is talked about; null: nothing is linked to an event. */
  readonly ledger: Ledger | null;
}

export interface CommsPlan {
  readonly people: readonly Person[];
  readonly threads: readonly PlannedThread[];
  readonly emails: readonly PlannedEmail[];
  readonly queries: readonly PlannedQuery[];
  /** Events of the period, talked about or not. */
  readonly events: readonly CommsEvent[];
}

export function planComms(options: PlanOptions): CommsPlan {
  const { seed, archetype, talk, tables, period, ledger, mixes } = options;
  const open = streamsOf(seed, archetype);
  const people = planPeople(open);
  const events = ledger === null ? [] : eventsOf(ledger, tables, period, open);
  const company = { open, talk, people, hours: officeHours(period), events, mixes };
  const threads = planThreads(company, options.threads);
  const messages = threads.reduce((sum, { plan }) => sum + plan.messages.length, 0);
  return {
    people,
    threads,
    emails: planEmails(company, options.emails, { threads: threads.length, messages }),
    queries: planQueries(company, options.queries),
    events,
  };
}
