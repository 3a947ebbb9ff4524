/** Slack threads before their words. */
import type { PlannedMessage, Subject, ThreadPlan } from "../contracts/comms_plan.ts";
import { BUCKET_MIX } from "../contracts/comms_rules.ts";
import type { Bucket } from "../contracts/demand.ts";
import type { Company } from "./company.ts";
import {
  castings,
  drawChat,
  drawCourse,
  drawMet,
  type NeedShape,
  type Part,
  type Shape,
  SHAPE_MIX,
} from "./courses.ts";
import { dealt, type Draws, type Streams } from "./draws.ts";
import { drawMention, embellish } from "./embellish.ts";
import { type CommsEvent, linkEvents } from "./events.ts";
import { drawNear, drawReplies, drawTime, localDay, SITTINGS } from "./hours.ts";
import { messageId, threadId } from "./ids.ts";
import { dealNeeds, drawSubject, type Need } from "./needs.ts";
import { Cast, type Person } from "./people.ts";

/** A thread: what its provider is told, and what is decided beside that. */
export interface PlannedThread {
  readonly plan: ThreadPlan;
  readonly bucket: Bucket;
  /** Of each message, µs since 1970 UTC. */
  readonly times: readonly number[];
  /** Of each message. */
  readonly attachments: readonly (readonly string[])[];
}

/**
 * `total` threads, their relevance, themes, shapes, buckets and sittings in exact shares; messages are numbered in the
 * order of threads.
 */
export function planThreads(company: Company, total: number): PlannedThread[] {
  const { open, events, mixes } = company;
  const needs = dealNeeds(open, "slack", total, mixes);
  const shapes = dealShapes(open, needs);
  const buckets = dealBuckets(open, shapes);
  const links = linkEvents(events, needs.map(({ theme }) => theme), "slack", open);
  const sittings = dealt(open("slack/sitting"), total, SITTINGS);
  let messages = 0;
  return needs.map((need, i) => {
    const event = links.get(i) ?? null;
    const stream = open(`slack/${i}/time`);
    const rootUs = event === null
      ? drawTime(stream, company.hours, sittings[i]!)
      : drawNear(stream, company.hours, event.visibleUs);
    const thread = planThread(company, {
      index: i,
      need,
      shape: shapes[i]!,
      bucket: buckets[i]!,
      event,
      rootUs,
      messages,
    });
    messages += thread.plan.messages.length;
    return thread;
  });
}

/** Themes that a monitor can see: keys, loads, repeats and unmapped money. */
const MONITORED: ReadonlySet<string | null> = new Set([
  "join_keys_orphans",
  "freshness_ingest_lag",
  "duplicates_dedup",
  "revenue_coverage_mapping",
]);

/** Exact shares among the positive threads; alerts go to what monitors see, as far as there is enough of it. */
function dealShapes(open: Streams, needs: readonly Need[]): Shape[] {
  const positives = needs.flatMap(({ theme }, i) => theme === null ? [] : [i]);
  const shapes = needs.map((): Shape => "chat");
  const given = dealt(open("slack/shape"), positives.length, SHAPE_MIX);
  positives.forEach((item, i) => shapes[item] = given[i]!);
  const misplaced = positives.filter((i) => shapes[i] === "alert" && !MONITORED.has(needs[i]!.theme));
  const welcome = positives.filter((i) => shapes[i] !== "alert" && MONITORED.has(needs[i]!.theme));
  misplaced.slice(0, welcome.length).forEach((item, i) => {
    const other = welcome[i]!;
    [shapes[item], shapes[other]] = [shapes[other]!, shapes[item]!];
  });
  return shapes;
}

/** Exact shares; alerts go to the platform's channels, where the feeds are, as far as those reach. */
function dealBuckets(open: Streams, shapes: readonly Shape[]): Bucket[] {
  const buckets = dealt(open("slack/bucket"), shapes.length, BUCKET_MIX);
  const misplaced = shapes.flatMap((shape, i) => shape === "alert" && buckets[i] !== "platform" ? [i] : []);
  const welcome = shapes.flatMap((shape, i) => shape !== "alert" && buckets[i] === "platform" ? [i] : []);
  misplaced.slice(0, welcome.length).forEach((item, i) => {
    const other = welcome[i]!;
    [buckets[item], buckets[other]] = [buckets[other]!, buckets[item]!];
  });
  return buckets;
}

interface Slot {
  readonly index: number;
  readonly need: Need;
  readonly shape: Shape;
  readonly bucket: Bucket;
  readonly event: CommsEvent | null;
  readonly rootUs: number;
  /** Messages of the threads before. */
  readonly messages: number;
}

function planThread(company: Company, { index, need, shape, bucket, event, rootUs, messages }: Slot): PlannedThread {
  const { open, talk, hours } = company;
  const stream = (name: string): Draws => open(`slack/${index}/${name}`);
  const met = shape === "chat" ? null : drawMet(stream("met"), shape as NeedShape);
  const course = shape === "chat"
    ? drawChat(stream("course"))
    : drawCourse(stream("course"), shape as NeedShape, met === true);
  const subject: Subject | null = event?.subject ?? drawSubject(open, `slack/${index}`, need.theme, talk);
  const players = castPlayers(stream("cast"), company.people, shape);
  const planned: PlannedMessage[] = [];
  const attachments: (readonly string[])[] = [];
  course.forEach(({ act, part }, i) => {
    const carried = embellish(stream(`message/${i}`), act, need.theme !== null, subject !== null);
    const { user_id, role } = players[part];
    planned.push({
      message_id: messageId(messages + i),
      user_id,
      role,
      act,
      mention: drawMention(stream(`mention/${i}`), planned.map((message) => message.user_id), user_id),
      link: carried.link,
      code: carried.code,
    });
    attachments.push(carried.attachments);
  });
  const channels = talk.channels.filter((channel) => channel.bucket === bucket);
  return {
    plan: {
      thread_id: threadId(index),
      channel_id: stream("channel").pick(channels).id,
      ds: localDay(hours, rootUs),
      relevance: need.relevance,
      theme: need.theme,
      met,
      subject,
      event: event === null ? null : { id: event.id, defect: event.defect, ds: event.ds },
      shape,
      messages: planned,
    },
    bucket,
    times: drawReplies(stream("replies"), hours, rootUs, planned.length),
    attachments,
  };
}

function castPlayers(stream: Draws, people: readonly Person[], shape: Shape): Readonly<Record<Part, Person>> {
  const cast = new Cast(stream, people);
  const { opener, helper, bystander } = castings(shape);
  return { opener: cast.next(opener), helper: cast.next(helper), bystander: cast.next(bystander) };
}
