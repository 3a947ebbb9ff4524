import type { ACTS } from "../../../contracts/comms_plan.ts";

export type Act = (typeof ACTS)[number];

/** Acts that begin a thread. */
export const ROOT: ReadonlySet<Act> = new Set(["ask", "alert", "tell"]);
/** Replies that look into the matter: any may be the first to name what the thread is about. */
export const LOOKING: ReadonlySet<Act> = new Set(["clarify", "answer", "diagnose", "fix"]);

/** Lines that serve the same turn of a conversation: templates of {@link "./grammar.ts"}. */
export type Lines = readonly string[];

export type Turns = Readonly<Partial<Record<Act, Lines>>>;

/** One story: what every line of a conversation speaks of. */
export interface Scene {
  /** Subject lines of an e-mail, five to nine words. */
  readonly head: Lines;
  /** How it is told, turn by turn. At least one of ask, alert and tell opens it. */
  readonly turns: Turns;
  /** Kinds of ledger defects that it may tell of; a scene that has them is told of an event only. */
  readonly events?: readonly string[];
}

/** Scenes of one theme, with what can be said in any of them. */
export interface ThemeBank {
  readonly scenes: readonly Scene[];
  readonly turns: Turns;
  /** Paragraph ends of an e-mail: what hangs on it, and what is asked for. */
  readonly stakes: Lines;
  readonly requests: Lines;
}

/** A conversation that asks nothing of the data: its lines fit in any order. */
export interface SmallTalk {
  readonly open: Lines;
  readonly reply: Lines;
  readonly end: Lines;
}

/** A notice by e-mail that asks nothing of the data. */
export interface Notice {
  readonly head: Lines;
  /** What it is about, what that means, and what else there is to say. */
  readonly parts: readonly [Lines, Lines, Lines];
}
