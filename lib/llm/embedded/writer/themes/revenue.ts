import type { ThemeBank } from "../scene.ts";

export const revenue: ThemeBank = {
  scenes: [
    {
      head: ["[A question about|Something odd with] {record} for {team}"],
      turns: { ask: ["{money_story}"], alert: ["{money_story}"] },
    },
  ],
  turns: {
    diagnose: [
      "[{cause}|it was {cause}] [around|on] {since}, [{job} ran on|nobody noticed], {count} {record} [are hit|affected]",
    ],
  },
  stakes: ["[{team} relies on it|{team} needs it] for {occasion}."],
  requests: ["[Could somebody|Can you] [look into|check] it <soon>?"],
};
