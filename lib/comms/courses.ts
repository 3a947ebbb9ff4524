/** How a thread runs: its shape, how long it is, and who does what in turn (`reference/domain.md` 3.3). */
import type { PlannedMessage, ThreadPlan } from "../contracts/comms_plan.ts";
import { ANSWERERS, ANYBODY, ASKERS, type Casting, ON_CALL } from "./people.ts";
import type { Draws } from "./draws.ts";

export type Shape = ThreadPlan["shape"];
export type NeedShape = Exclude<Shape, "chat">;
export type Act = PlannedMessage["act"];

/** Of threads about a real need. */
export const SHAPE_MIX: Readonly<Record<NeedShape, number>> = {
  fixed: 0.35,
  answered: 0.25,
  alert: 0.15,
  ticket: 0.17,
  unanswered: 0.08,
};

/** Who speaks: the one who asks (or alerts), the one who helps, or somebody else. */
export type Part = "opener" | "helper" | "bystander";

export interface Turn {
  readonly act: Act;
  readonly part: Part;
}

const turn = (act: Act, part: Part): Turn => ({ act, part });
const ask = turn("ask", "opener");
const clarify = turn("clarify", "helper");
const answer = turn("answer", "opener");
const diagnose = turn("diagnose", "helper");
const fix = turn("fix", "helper");
const point = turn("point", "helper");
const confirm = turn("confirm", "opener");
const park = turn("park", "helper");
const bump = turn("bump", "opener");
const defer = turn("defer", "helper");
const close = turn("close", "opener");
const chime = turn("chime", "bystander");

/** Courses of each shape by whether the need was met, of all lengths that the shape has. */
const COURSES: Readonly<Record<NeedShape, Readonly<Record<"met" | "unmet", readonly (readonly Turn[])[]>>>> = {
  fixed: {
    met: [
      [ask, clarify, answer, diagnose, fix, confirm],
      [ask, chime, clarify, diagnose, fix, confirm],
      [ask, clarify, answer, chime, diagnose, fix, confirm],
      [ask, clarify, answer, diagnose, bump, fix, confirm],
      [ask, chime, clarify, answer, diagnose, bump, fix, confirm],
    ],
    unmet: [],
  },
  answered: {
    met: [
      [ask, clarify, point, confirm],
      [ask, chime, point, confirm],
      [ask, clarify, answer, point, confirm],
    ],
    unmet: [
      [ask, clarify, point, close],
      [ask, clarify, answer, point, close],
    ],
  },
  alert: {
    met: [
      [turn("alert", "opener"), clarify, diagnose, fix, confirm],
      [turn("alert", "opener"), chime, diagnose, fix, confirm],
      [turn("alert", "opener"), clarify, answer, diagnose, fix, confirm],
      [turn("alert", "opener"), clarify, answer, diagnose, chime, fix, confirm],
    ],
    unmet: [],
  },
  ticket: {
    met: [
      [ask, clarify, fix, confirm],
      [ask, clarify, answer, fix, confirm],
      [ask, clarify, answer, park, fix, confirm],
    ],
    unmet: [
      [ask, clarify, answer, park],
      [ask, clarify, answer, chime, park],
      [ask, clarify, answer, park, close],
      [ask, chime, clarify, answer, park, close],
    ],
  },
  unanswered: { met: [], unmet: [[ask, bump, defer, close]] },
};

/** Whether a need was met in a thread of that shape. */
export function drawMet(stream: Draws, shape: NeedShape): boolean {
  const met = { fixed: 1, answered: 0.8, alert: 1, ticket: 0.15, unanswered: 0 }[shape];
  return stream.chance(met);
}

/** Who does what in turn in a thread of that shape, of one of the lengths that it has. */
export function drawCourse(stream: Draws, shape: NeedShape, met: boolean): readonly Turn[] {
  return stream.pick(COURSES[shape][met ? "met" : "unmet"]);
}

/** Messages of a thread that asks nothing of the data. */
const CHAT_LENGTHS = { 4: 40, 5: 30, 6: 18, 7: 8, 8: 4 } as const;

/** Small talk: somebody tells or asks, others join in. */
export function drawChat(stream: Draws): readonly Turn[] {
  const length = Number(stream.weighted(CHAT_LENGTHS));
  const asks = stream.chance(0.4);
  const replies = Array.from({ length: length - 2 }, (_, i) => i % 2 === 0 ? chime : turn("answer", "helper"));
  return [
    asks ? ask : turn("tell", "opener"),
    ...replies,
    asks ? confirm : chime,
  ];
}

/** The roles that play each part. */
export function castings(shape: Shape): Readonly<Record<Part, Casting>> {
  if (shape === "chat") return { opener: ANYBODY, helper: ANYBODY, bystander: ANYBODY };
  return { opener: shape === "alert" ? ON_CALL : ASKERS, helper: ANSWERERS, bystander: ANYBODY };
}
