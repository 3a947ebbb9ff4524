/** Numbers, amounts, times and days, as people write them. */
import { type Draw, pick } from "./grammar.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

function integer(draw: Draw, from: number, to: number): number {
  return from + Math.floor(draw() * (to - from + 1));
}

/** Thousands with commas, whatever the locale. */
function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

/** A figure written like another, so many times as large: `scaled("$10k", 0.9)` is `$9k`. It is never the same. */
export function scaled(said: string, factor: number): string {
  return said.replace(/\d[\d,]*(?:\.\d)?/, (digits) => {
    const step = digits.includes(".") ? 0.1 : 1;
    const steps = Math.round(Number(digits.replaceAll(",", "")) / step);
    const moved = Math.round(steps * factor);
    const value = (moved === steps ? steps + Math.sign(factor - 1) : moved) * step;
    return step === 1 ? grouped(value) : value.toFixed(1);
  });
}

function decimal(draw: Draw, from: number, to: number): string {
  return `${integer(draw, from, to - 1)}.${integer(draw, 1, 9)}`;
}

/** Some time of a long working day. */
function clock(draw: Draw): string {
  const minute = pick(["", ":10", ":15", ":20", ":30", ":40", ":45", ":50", ":05"], draw);
  const early = draw() < 0.5;
  const hour = early ? integer(draw, 7, 11) : integer(draw, 1, 8);
  const exact = `${early ? hour : hour + 12}:${pick(["00", "10", "25", "40", "55"], draw)}`;
  return pick([`${hour}${minute}${early ? "am" : "pm"}`, `${hour}${minute} ${early ? "am" : "pm"}`, exact], draw);
}

/** Kinds of quantities, by slot name. Percentages are small unless called a share. */
export const QUANTITIES: Readonly<Record<string, (draw: Draw) => string>> = {
  pct: (draw) => pick([`${integer(draw, 2, 9)}%`, `${decimal(draw, 1, 9)}%`, `${integer(draw, 2, 9)} percent`], draw),
  share: (draw) =>
    pick([`${integer(draw, 11, 64)}%`, `about ${integer(draw, 2, 12) * 5}%`, `${decimal(draw, 11, 58)}%`], draw),
  count: (draw) =>
    pick([`${integer(draw, 110, 990)}`, grouped(integer(draw, 1010, 9990)), `${decimal(draw, 2, 48)}k`], draw),
  few: (draw) => `${integer(draw, 3, 48)}`,
  amount: (draw) =>
    pick(
      [`$${integer(draw, 3, 94)}k`, `$${grouped(integer(draw, 1200, 98700))}`, `${decimal(draw, 2, 60)}k dollars`],
      draw,
    ),
  hours: (draw) =>
    pick([`${integer(draw, 3, 11)} hours`, `${integer(draw, 3, 11)}h`, `${decimal(draw, 2, 9)} hours`], draw),
  minutes: (draw) => pick([`${integer(draw, 4, 18) * 5} minutes`, `${integer(draw, 12, 95)} min`], draw),
  clock,
  weeks: (draw) => pick(["two weeks", "three weeks", `${integer(draw, 2, 7)} weeks`, "a month", "six weeks"], draw),
  days: (draw) => pick(["two days", "three days", `${integer(draw, 2, 9)} days`, "a couple of days"], draw),
  ticket: (draw) =>
    pick(
      [`DATA-${integer(draw, 210, 4980)}`, `ticket ${integer(draw, 210, 9980)}`, `#${integer(draw, 210, 9980)}`],
      draw,
    ),
};

function weekday(day: Temporal.PlainDate): string {
  return WEEKDAYS[day.dayOfWeek - 1]!;
}

function dated(day: Temporal.PlainDate, draw: Draw): string {
  const month = MONTHS[day.month - 1]!;
  return pick([
    day.toString(),
    `${month} ${day.day}`,
    `${day.day} ${month}`,
    `${month.slice(0, 3)} ${day.day}`,
    `${weekday(day)} ${month} ${day.day}`,
    `${weekday(day).slice(0, 3)} ${month.slice(0, 3)} ${day.day}`,
  ], draw);
}

/** Kinds of days, seen from the day of writing. */
export const DAYS: Readonly<Record<string, (today: Temporal.PlainDate, draw: Draw) => string>> = {
  /** One of the last days. */
  day: (today, draw) => {
    const day = today.subtract({ days: integer(draw, 1, 6) });
    return draw() < 0.6 ? dated(day, draw) : weekday(day);
  },
  /** Some day of the last weeks on which something began. */
  since: (today, draw) => dated(today.subtract({ days: integer(draw, 8, 40) }), draw),
  month: (today) => {
    return MONTHS[today.subtract({ months: 1 }).month - 1]!;
  },
  quarter: (today) => `Q${Math.floor((today.subtract({ months: 1 }).month - 1) / 3) + 1}`,
  deadline: (today, draw) => {
    const day = today.add({ days: integer(draw, 1, 8) });
    return draw() < 0.5 ? weekday(day) : dated(day, draw);
  },
};

/** The full date of a day, in one of the ways to write it. */
export function fullDate(ds: string, draw: Draw): string {
  return dated(Temporal.PlainDate.from(ds), draw);
}
