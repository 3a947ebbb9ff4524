/** Whether the words of a plan keep every rule, and say what the plan demands. */
import type { z } from "zod";
import type {
  EmailPlan,
  EmailWords,
  PlannedEvent,
  PlannedMessage,
  QueryPlan,
  QueryWords,
  ThreadPlan,
  ThreadWords,
} from "../contracts/comms_plan.ts";
import { TOKEN_CAPS } from "../contracts/comms_rules.ts";
import { type Fault, textFaults } from "./check_text.ts";
import { hasCode, linkDomains } from "./references.ts";

export interface Rulebook {
  /** Tokens of a text. */
  readonly count: (text: string) => number;
  readonly isKnownId: (id: string) => boolean;
}

function capped(text: string, cap: number, { count }: Rulebook): Fault[] {
  const tokens = count(text);
  return tokens <= cap ? [] : [{ rule: "too_long", found: `${tokens} tokens, at most ${cap}` }];
}

function messageFaults(text: string, { link, code }: PlannedMessage): Fault[] {
  return [
    ...(link === null || linkDomains(text).includes(link) ? [] : [{ rule: "link_missing", found: link } as const]),
    ...(code && !hasCode(text) ? [{ rule: "code_missing", found: "no SQL between backticks" } as const] : []),
  ];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** Whether a text tells the event's day: `2026-03-05`, `5 March`, `Mar 5th`, `3/5`. */
function tellsDay(text: string, ds: string): boolean {
  const [, month, day] = ds.split("-").map(Number) as [number, number, number];
  const name = `${MONTHS[month - 1]}[a-z]*\\.?`;
  const nth = `0?${day}(?:st|nd|rd|th)?`;
  return new RegExp(`${ds}|\\b${nth} (?:of )?${name}|\\b${name} (?:the )?${nth}\\b|\\b0?${month}/0?${day}\\b`, "i")
    .test(text);
}

function eventFaults(text: string, event: PlannedEvent | null): Fault[] {
  return event === null || tellsDay(text, event.ds)
    ? []
    : [{ rule: "event_missing", found: `no mention of ${event.ds}` }];
}

export function threadFaults(plan: ThreadPlan, { texts }: z.infer<typeof ThreadWords>, rules: Rulebook): Fault[] {
  if (texts.length !== plan.messages.length) {
    return [{ rule: "wrong_count", found: `${texts.length} messages, wanted ${plan.messages.length}` }];
  }
  return [
    ...texts.flatMap((text, i) => [
      ...textFaults(text, rules.isKnownId),
      ...capped(text, TOKEN_CAPS.slack, rules),
      ...messageFaults(text, plan.messages[i]!),
    ]),
    ...eventFaults(texts.join("\n"), plan.event),
  ];
}

export function emailFaults(plan: EmailPlan, { subject, body }: z.infer<typeof EmailWords>, rules: Rulebook): Fault[] {
  const text = `${subject}\n${body}`;
  return [
    ...textFaults(subject, rules.isKnownId),
    ...textFaults(body, rules.isKnownId),
    ...capped(text, TOKEN_CAPS.email, rules),
    ...messageFaults(body, plan.message),
    ...eventFaults(text, plan.event),
  ];
}

export function queryFaults(_plan: QueryPlan, { text }: z.infer<typeof QueryWords>, rules: Rulebook): Fault[] {
  return [...textFaults(text, rules.isKnownId), ...capped(text, TOKEN_CAPS.nlq, rules)];
}
