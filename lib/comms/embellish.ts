/** Links, code, mentions and attachments: what a message carries beside its words. */
import type { PlannedMessage } from "../contracts/comms_plan.ts";
import type { LinkDomain } from "../contracts/comms_rules.ts";
import type { Act } from "./courses.ts";
import type { Draws } from "./draws.ts";

interface Habit {
  readonly link?: readonly [chance: number, ...domains: LinkDomain[]];
  /** Chance of a fragment of SQL; only where the item names a table. */
  readonly code?: number;
  readonly attachment?: readonly [chance: number, ...names: string[]];
}

/** What goes with each act when the data is spoken of. */
const HABITS: Readonly<Partial<Record<Act, Habit>>> = {
  ask: {
    link: [0.1, "dash.example", "looker.example"],
    code: 0.06,
    attachment: [0.12, "screenshot.png", "export.csv", "reconciliation.xlsx", "numbers.pdf"],
  },
  alert: { link: [0.35, "dash.example", "dbt.example"], attachment: [0.08, "run_log.txt", "alert.png"] },
  tell: { link: [0.15, "docs.example", "dash.example"], attachment: [0.1, "summary.pdf", "chart.png"] },
  answer: { attachment: [0.06, "sample_rows.csv", "screenshot.png"] },
  diagnose: { link: [0.12, "dbt.example", "dash.example"], code: 0.22 },
  fix: { link: [0.3, "git.example", "dbt.example"], code: 0.06 },
  point: { link: [0.65, "docs.example", "wiki.example", "looker.example"], code: 0.08 },
  park: { link: [0.5, "tickets.example"] },
  defer: { code: 0.05 },
};

/** Small talk shares a page or a picture now and then. */
const SMALL_TALK: Habit = {
  link: [0.04, "wiki.example", "docs.example"],
  attachment: [0.04, "photo.jpg", "agenda.pdf", "poster.png"],
};

const MENTIONS = 0.2;

export interface Embellishment extends Pick<PlannedMessage, "link" | "code"> {
  readonly attachments: readonly string[];
}

/** @param names Whether the item names a table. */
export function embellish(stream: Draws, act: Act, positive: boolean, names: boolean): Embellishment {
  const { link, code = 0, attachment } = positive ? HABITS[act] ?? {} : SMALL_TALK;
  const carried = <T>(habit: readonly [number, ...T[]] | undefined): T | null => {
    const [chance = 0, ...things] = habit ?? [];
    return stream.chance(chance) ? stream.pick(things as T[]) : null;
  };
  const file = carried(attachment);
  return { link: carried(link), code: stream.chance(code) && names, attachments: file === null ? [] : [file] };
}

/** Somebody of the thread whom a reply names, or null. */
export function drawMention(stream: Draws, earlier: readonly string[], self: string): string | null {
  const others = [...new Set(earlier)].filter((user) => user !== self);
  return others.length > 0 && stream.chance(MENTIONS) ? stream.pick(others) : null;
}
