import type { Notice } from "../scene.ts";

export const NEGATIVE_NOTICES: readonly Notice[] = [
  {
    head: ["Lunch at {place} this week"],
    parts: [["We will have {snack} at {place} on {deadline}."], ["{team} pays for the drinks."], [
      "Please say how many of you come by {deadline.2}.",
    ]],
  },
];
