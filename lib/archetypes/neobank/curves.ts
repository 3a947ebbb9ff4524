/** When cards are used: local hours, weekdays and months, paydays and holidays. */
import type { ArrivalProcess } from "../../contracts/archetype.ts";

const DAY_OF_PAY: ReadonlySet<string> = new Set(["01", "02", "15", "16"]);
/** A Friday on which a fortnightly wage is paid; every second one after it too. */
const PAY_FRIDAY = Temporal.PlainDate.from("2025-01-10");

function thanksgiving(year: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: 11, day: 1 });
  return first.add({ days: (11 - first.dayOfWeek) % 7 + 21 });
}

function holiday(date: Temporal.PlainDate): number {
  const ofYear = date.toString().slice(5);
  if (ofYear === "12-25") return 0.55;
  if (ofYear === "01-01") return 0.8;
  if (ofYear >= "12-20" && ofYear <= "12-23") return 1.2;
  const sinceThanksgiving = thanksgiving(date.year).until(date, { largestUnit: "days" }).days;
  return sinceThanksgiving === 0 ? 0.75 : sinceThanksgiving === 1 ? 1.25 : 1;
}

/** Wages come on the 1st, the 15th and alternate Fridays, and are spent on that day and the next. */
function payday(date: Temporal.PlainDate): number {
  const sinceFriday = PAY_FRIDAY.until(date, { largestUnit: "days" }).days;
  const friday = [0, 1].includes(((sinceFriday % 14) + 14) % 14);
  return friday || DAY_OF_PAY.has(date.toString().slice(8)) ? 1.12 : 1;
}

export const cardArrivals: ArrivalProcess = {
  name: "card",
  total: { fast: 335_000, evaluation: 3_350_000, large: 33_500_000 },
  // deno-fmt-ignore
  hours: [0.9, 0.6, 0.4, 0.3, 0.5, 1.2, 2.6, 4.3, 5.2, 5.0, 5.2, 6.2, 7.6, 6.8, 6.2, 6.3, 6.9, 7.8, 7.6, 6.2, 4.6, 3.4, 2.4, 1.8],
  weekdays: [0.93, 0.95, 0.97, 1.0, 1.13, 1.1, 0.92],
  months: [0.95, 0.96, 1.02, 1.0, 1.01, 1.0, 1.0, 1.0, 0.98, 0.99, 1.02, 1.07],
  day: (ds) => {
    const date = Temporal.PlainDate.from(ds);
    return holiday(date) * payday(date);
  },
  feeds: "fact_card_transaction",
};
