import type { Relevance, Theme } from "../contracts/demand.ts";
import type { Talk } from "../contracts/talk.ts";
import type { Streams } from "./draws.ts";
import type { CommsEvent } from "./events.ts";
import type { OfficeHours } from "./hours.ts";
import type { Person } from "./people.ts";

/** Shares of a whole, by name. */
export type Shares<K extends string> = Readonly<Record<K, number>>;

export interface Mixes {
  readonly relevance: Shares<Relevance>;
  readonly theme: Shares<Theme>;
}

/** What all plans of one company draw upon. */
export interface Company {
  readonly open: Streams;
  readonly talk: Talk;
  readonly people: readonly Person[];
  readonly hours: OfficeHours;
  /** Those to talk about first at the head. */
  readonly events: readonly CommsEvent[];
  readonly mixes: Mixes;
}
