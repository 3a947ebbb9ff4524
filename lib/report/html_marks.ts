/** Small drawings beside the figures that they show. */
import type { SummaryAction } from "../contracts/summary.ts";
import { element, type Html } from "./html.ts";

const WIDTH = 200;
const HEIGHT = 18;

function mark(label: string, ...shapes: readonly Html[]): Html {
  return element(
    "svg",
    { class: "mark", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
    ...shapes,
  );
}

function bar(className: string, from: number, to: number, y: number, height: number): Html {
  const [left, right] = [from, to].map((share) => Math.round(WIDTH * Math.min(1, Math.max(0, share)) * 100) / 100);
  const width = Math.max(1, Math.round((right! - left!) * 100) / 100);
  return element("rect", { class: className, x: Math.min(left!, WIDTH - width), y, width, height });
}

/**
 * Money at risk a month from low to high, with the middle marked.
 *
 * @param most Cents at the right end: the same for all actions, so that they compare.
 */
export function moneyMark({ revenue_at_risk_month_cents: month, facts: { money } }: SummaryAction, most: number): Html {
  if (month === null || money === null || most <= 0) return mark("No money to show");
  const { low, mid, high } = money.month;
  return mark(
    `Low ${low.shown}, middle ${mid.shown}, high ${high.shown} a month`,
    bar("track", 0, 1, 8, 2),
    bar("range", month.low / most, month.high / most, 4, 10),
    bar("middle", month.mid / most - 0.008, month.mid / most + 0.008, 1, 16),
  );
}

/** Confidence from 0 to 1. */
export function confidenceMark({ confidence, facts }: SummaryAction): Html {
  return mark(
    `Confidence ${facts.confidence.total.shown}`,
    bar("track", 0, 1, 8, 2),
    bar("sure", 0, confidence.total, 6, 6),
  );
}
