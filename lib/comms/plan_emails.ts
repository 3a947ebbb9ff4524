/** E-mails before their words: one message each. */
import type { EmailPlan } from "../contracts/comms_plan.ts";
import { BUCKET_MIX } from "../contracts/comms_rules.ts";
import type { Bucket } from "../contracts/demand.ts";
import type { Company } from "./company.ts";
import { dealt, type Draws } from "./draws.ts";
import { embellish } from "./embellish.ts";
import { linkEvents } from "./events.ts";
import { drawNear, drawTime, localDay, SITTINGS } from "./hours.ts";
import { messageId, threadId } from "./ids.ts";
import { dealNeeds, drawSubject } from "./needs.ts";
import { ANSWERERS, ANYBODY, ASKERS, Cast, type Casting, ON_CALL } from "./people.ts";

export interface PlannedEmail {
  readonly plan: EmailPlan;
  readonly bucket: Bucket;
  /** µs since 1970 UTC. */
  readonly at: number;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly attachments: readonly string[];
}

/** What an e-mail about the data does: it asks, warns, or tells that something was mended. */
const PURPOSES = { ask: 0.7, alert: 0.12, tell: 0.18 } as const;
type Purpose = keyof typeof PURPOSES;

const SENDERS: Readonly<Record<Purpose, Casting>> = { ask: ASKERS, alert: ON_CALL, tell: ANSWERERS };

/** @param after Threads and messages that have their ids already. */
export function planEmails(
  company: Company,
  total: number,
  after: { readonly threads: number; readonly messages: number },
): PlannedEmail[] {
  const { open, events, mixes, talk, people, hours } = company;
  const needs = dealNeeds(open, "email", total, mixes);
  const links = linkEvents(events, needs.map(({ theme }) => theme), "email", open);
  const buckets = dealt(open("email/bucket"), total, BUCKET_MIX);
  const sittings = dealt(open("email/sitting"), total, SITTINGS);
  return needs.map(({ relevance, theme }, i) => {
    const stream = (name: string): Draws => open(`email/${i}/${name}`);
    const event = links.get(i) ?? null;
    const at = event === null
      ? drawTime(stream("time"), hours, sittings[i]!)
      : drawNear(stream("time"), hours, event.visibleUs);
    const act = theme === null ? "tell" : stream("act").weighted(PURPOSES);
    const subject = event?.subject ?? drawSubject(open, `email/${i}`, theme, talk);
    const cast = new Cast(stream("cast"), people);
    const sender = cast.next(theme === null ? ANYBODY : SENDERS[act]);
    const recipients = stream("recipients");
    const toWhom = theme === null || act === "tell" ? ANYBODY : ANSWERERS;
    const { link, code, attachments } = embellish(stream("message"), act, theme !== null, subject !== null);
    const lists = talk.lists.filter((list) => list.bucket === buckets[i]);
    return {
      plan: {
        thread_id: threadId(after.threads + i),
        list: stream("list").pick(lists).id,
        ds: localDay(hours, at),
        relevance,
        theme,
        met: theme === null ? null : act === "tell",
        subject,
        event: event === null ? null : { id: event.id, defect: event.defect, ds: event.ds },
        message: {
          message_id: messageId(after.messages + i),
          user_id: sender.user_id,
          role: sender.role,
          act,
          mention: null,
          link,
          code,
        },
      },
      bucket: buckets[i]!,
      at,
      to: Array.from({ length: recipients.whole(1, 3) }, () => cast.next(toWhom).user_id),
      cc: Array.from({ length: recipients.whole(0, 3) }, () => cast.next(ANYBODY).user_id),
      attachments,
    };
  });
}
