/** Plays a schedule against the fake endpoint, then once more, and holds what must be true against what was. */
import { openLedger } from "../../lib/llm/spend.ts";
import { startFakeOpenAI } from "../../tests/support/fake_openai/server.ts";
import { faultOf, type Schedule } from "./schedule.ts";
import { playSide, type Side, type Told } from "./side.ts";

export interface Played {
  readonly schedule: Schedule;
  /** Calls of the first run and of the second. */
  readonly calls: readonly [first: number, second: number];
  /** Nanodollars, by the server's own count. */
  readonly bill: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** One sentence each; none where all is well. */
  readonly violations: readonly string[];
}

export async function play(schedule: Schedule): Promise<Played> {
  const dir = await Deno.makeTempDir();
  await using server = startFakeOpenAI({ fault: faultOf(schedule) });
  try {
    const side = (backwards: boolean): Side => ({ schedule, base: server.base, dir, backwards });
    const told = await playBoth(schedule, side);
    const first = server.calls.length;
    const billed = server.bill;
    const committed = openLedger(`${dir}/spend.jsonl`, schedule.cap).committed();
    const again = await playSide(side(false));
    const resent = new Set(server.calls.slice(first).map(({ messages }) => messages[1]!.content));
    return {
      schedule,
      calls: [first, server.calls.length - first],
      bill: server.bill,
      outcomes: told[0]!.outcomes,
      violations: [
        ...moneyFaults(schedule, billed, committed),
        ...(server.bill > schedule.cap ? [`after the second run, the bill is ${server.bill} of ${schedule.cap}`] : []),
        ...told.flatMap((one) => countFaults(schedule, one)),
        ...rerunFaults(schedule, told, again, resent),
      ],
    };
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

/** What the sides that lived to the end tell. */
async function playBoth({ sides, seed }: Schedule, side: (backwards: boolean) => Side): Promise<Told[]> {
  if (sides === "models") return await Promise.all([playSide(side(false)), playSide(side(true))]);
  const [one, other] = [process(side(false)), process(side(true))];
  if (sides === "processes") return await Promise.all([resultOf(one), resultOf(other)]);
  const killing = setTimeout(() => other.kill("SIGKILL"), 300 + seed % 400);
  const killed = other.output().finally(() => clearTimeout(killing));
  const [told] = await Promise.all([resultOf(one), killed]);
  return [told];
}

function process(side: Side): Deno.ChildProcess {
  const args = ["run", "--allow-all", "--quiet", new URL("side.ts", import.meta.url).href, JSON.stringify(side)];
  return new Deno.Command(Deno.execPath(), { args, stdout: "piped", stderr: "piped" }).spawn();
}

async function resultOf(child: Deno.ChildProcess): Promise<Told> {
  const { code, stdout, stderr } = await child.output();
  if (code !== 0) throw new Error(`a side ended with ${code}: ${new TextDecoder().decode(stderr)}`);
  return JSON.parse(new TextDecoder().decode(stdout));
}

function moneyFaults({ cap }: Schedule, billed: number, committed: number): string[] {
  return [
    ...(billed > cap ? [`the server billed ${billed}, the cap is ${cap}`] : []),
    ...(committed > cap ? [`the ledger holds ${committed}, the cap is ${cap}`] : []),
    ...(committed < billed ? [`the ledger holds ${committed}, the server billed ${billed}`] : []),
  ];
}

function countFaults({ items }: Schedule, { outcomes, statuses }: Told): string[] {
  const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
  const seen = Object.entries(outcomes).filter(([status, count]) =>
    count !== Object.values(statuses).filter((told) => told === status).length
  );
  return [
    ...(sum === items ? [] : [`outcomes add up to ${sum}, items are ${items}`]),
    ...seen.map(([status, count]) => `${count} outcomes are ${status}, the answers tell another number`),
  ];
}

/** An endpoint that stayed away may be asked again; every other outcome is final and is told again as it was. */
function rerunFaults({ sides }: Schedule, told: readonly Told[], again: Told, resent: ReadonlySet<string>): string[] {
  return Object.entries(again.statuses).flatMap(([item, status]) => {
    const before = told.map(({ statuses }) => statuses[item]!);
    const final = before.filter((one) => one !== "network");
    if (final.length === 0) return [];
    // A side that was killed may have kept an answer that it did not live to tell.
    const known = sides === "killed" ? [...final, "ok"] : final;
    return [
      ...(resent.has(item) ? [`${item} was ${before.join(" and ")}, and was sent again`] : []),
      ...(known.includes(status) ? [] : [`${item} was ${before.join(" and ")}, and is ${status} in the second run`]),
    ];
  });
}
