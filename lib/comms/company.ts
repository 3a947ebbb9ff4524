import type { Bucket, Relevance, Theme } from "../contracts/demand.ts";
import type { Talk } from "../contracts/talk.ts";
import type { CommsEvent } from "./events.ts";
import type { OfficeHours } from "./hours.ts";
import type { Person } from "./people.ts";

/** Shares of a whole, by name. */
export type Shares<K extends string> = Readonly<Record<K, number>>;

export interface Mixes {
  readonly relevance: Shares<Relevance>;
  readonly theme: Shares<Theme>;
}

/** The seed's shares of channels and lists. */
export const BUCKET_MIX: Shares<Bucket> = { platform: 0.4, analytics: 0.35, domain: 0.25 };

/** What all plans of one company draw upon. */
export interface Company {
  readonly seed: number;
  readonly talk: Talk;
  readonly people: readonly Person[];
  readonly hours: OfficeHours;
  /** Those to talk about first at the head. */
  readonly events: readonly CommsEvent[];
  readonly mixes: Mixes;
}
