import type { SmallTalk } from "../scene.ts";

export const HARD_NEGATIVE_TALK: readonly SmallTalk[] = [
  {
    open: ["[Anyone|Who is] up for {snack} [today|tomorrow] at {clock}?"],
    reply: [
      "[In|Count me in], [table for {few}|near {place}]?",
      "[can't today|next time], {weather} [kills me|got me]",
    ],
    end: ["[see you|great], meet at {place}"],
  },
];
