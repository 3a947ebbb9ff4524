/** Phrases that fit any subject: how turns begin and end, and replies that say little. */
import type { Lines } from "../scene.ts";
import { ASIDES } from "./asides.ts";
import { POINTERS } from "./pointers.ts";

export { EVERYWHERE } from "./replies.ts";
export { LETTER } from "./letter.ts";
export { CHAT_EDGE, TURN_EDGES } from "./edges.ts";

/** What `<name>` stands for. */
export const PHRASES: Readonly<Record<string, Lines>> = { ...POINTERS, ...ASIDES };

/** Before and after a search-box query. */
export const QUERY_EDGES = {
  beforeFragment: ["", "", "", "", "", "", "show me", "can I get", "I'm looking for", "give me", "need", "please show"],
  after: ["", "", "", "", "", "", "", "", "", "please", "pls", "thanks"],
} as const;
