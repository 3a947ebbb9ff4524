/** What anybody may hand to dnr: command lines, settings, JSON files. Nothing of it may show a stack trace. */
import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { z } from "zod";
import { commandPages } from "../../tools/docs/cli_page.ts";
import { ENV_ALIASES, envName, settings } from "../../lib/config/keys.ts";
import { merge } from "../../lib/config/load.ts";
import { fromEnv, fromYaml } from "../../lib/config/sources.ts";
import { readManifest } from "../../lib/infra/files.ts";
import { openCache } from "../../lib/llm/cache.ts";
import { judge } from "../../lib/llm/judge.ts";
import { openLedger } from "../../lib/llm/spend.ts";
import { parseLedger } from "../../lib/pipelines/ledger.ts";
import { readReport, readReportFile } from "../../lib/pipelines/report_folder.ts";
import { writeReportIndex } from "../../lib/pipelines/report_index.ts";
import { Budget } from "../../lib/contracts/budget.ts";
import { ThemesReport } from "../../lib/contracts/themes.ts";
import { dnr, inFolder } from "../cli/world.ts";
import { mends, RUNS } from "./fuzzing.ts";
import { mutated, mutation } from "./mutation.ts";
import { endsReadably, makeCompany } from "./small_company.ts";

const junk = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("", "-", "--", "--=", "-1", "1e9", "../..", "\x1b[2J"),
);

const pages = [...commandPages()];
const words = pages.flatMap(([names]) => names);
const flags = [
  ...new Set(
    pages.flatMap(([, { sections }]) =>
      sections.flatMap(({ entries }) => entries.flatMap(({ term }) => term.type === "option" ? term.names : []))
    ),
  ),
];
const commandLine = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    { weight: 5, arbitrary: fc.constantFrom(...flags) },
    { weight: 2, arbitrary: fc.constantFrom("neobank", "marketplace", "fast", "T1", "7", "30d", "UTC", "debug") },
    { weight: 2, arbitrary: junk },
  ),
  { maxLength: 8 },
);

Deno.test("dnr ends any command line with a help page or a readable sentence", () =>
  inFolder(async (dir) => {
    // No command runs: where the line parses, the configuration stops it.
    const env = { DNR_WAREHOUSE_MONTHS: "never" };
    await fc.assert(
      fc.asyncProperty(commandLine, async (args) => {
        endsReadably(await dnr(args, dir, { env }), [0, 2], JSON.stringify(args));
      }),
      RUNS,
    );
    assert.deepEqual([...Deno.readDirSync(dir)], []);
  }));

Deno.test("the configuration takes any YAML, or says where it does not", async () => {
  const whole = await Deno.readTextFile(join(import.meta.dirname!, "..", "..", "configs", "default.yaml"));
  const { config } = merge([]);
  const yaml = fc.oneof(
    mutation.map((change) =>
      change.kind === "set" || change.kind === "delete"
        ? mutated(JSON.stringify(config), change)
        : mutated(whole, change)
    ),
    fc.array(
      fc.oneof(
        junk,
        fc.constantFrom("a: ", "warehouse: ", "seed: ", "&x ", "*x", "!!binary ", "- ", "? ", "\n", "  ", "{", "["),
      ),
    )
      .map((parts) => parts.join("")),
  );
  await fc.assert(
    fc.asyncProperty(yaml, (text) => mends(async () => merge(await fromYaml(text, "some.yaml")))),
    RUNS,
  );
});

Deno.test("the configuration takes any environment, or says which variable it does not", async () => {
  const names = [...[...settings.keys()].map(envName), ...ENV_ALIASES.map(([name]) => name), "DNR_", "DNR_REPORT"];
  const variables = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(junk, fc.json(), fc.constantFrom("0", "1", "true", "a,b")),
  );
  await fc.assert(fc.asyncProperty(variables, (env) => mends(() => merge(fromEnv(env)))), RUNS);
});

const Answer = z.strictObject({ theme: z.enum(["a", "b"]), items: z.array(z.strictObject({ id: z.int() })) });

Deno.test("judge() takes anything that a model may say", () => {
  const answer = JSON.stringify({ theme: "a", items: [{ id: 1 }] });
  const said = fc.oneof(mutation.map((change) => mutated(answer, change)), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(said, (text) => {
      const verdict = judge({ finish: "stop", text }, Answer);
      assert.ok(verdict.status === "ok" || verdict.status === "parse_error");
      if (verdict.status === "ok") Answer.parse(verdict.value);
    }),
    RUNS,
  );
});

/** Each JSON file that is read back: where it lies in a company's folders, and by whom it is read. */
const READERS: Readonly<Record<string, (path: string, dir: string) => unknown>> = {
  "data/neobank/manifest.json": (_, dir) => readManifest(dir),
  "comms/neobank/manifest.json": (_, dir) => readManifest(dir),
  "meta/neobank/defects.json": async (path) => parseLedger(path, await Deno.readTextFile(path)),
  "reports/neobank/exec_summary.json": async (_, dir) => {
    await writeReportIndex(join(dir, ".."));
    await readReport(dir);
  },
  "reports/neobank/data_health.json": (_, dir) => readReport(dir),
  "reports/neobank/themes.json": (_, dir) => readReportFile(dir, "themes.json", ThemesReport),
  "reports/neobank/budget.json": (_, dir) => readReportFile(dir, "budget.json", Budget),
};

Deno.test("readers of JSON files take any content, or say that it does not fit", () =>
  inFolder(async (dir) => {
    await makeCompany(dir);
    for (const [file, read] of Object.entries(READERS)) {
      const path = join(dir, file);
      const whole = await Deno.readTextFile(path);
      await read(path, join(path, ".."));
      await fc.assert(
        fc.asyncProperty(mutation, async (change) => {
          await Deno.writeTextFile(path, mutated(whole, change));
          await mends(() => read(path, join(path, "..")));
        }),
        RUNS,
      );
      await Deno.writeTextFile(path, whole);
    }
  }));

Deno.test("openCache() takes an entry of any content for a miss, or for the answer that was kept", () =>
  inFolder(async (dir) => {
    const cache = openCache(dir);
    const key = "ab".repeat(32);
    const kept = { text: "{}", model: "m", probabilities: { a: 0.5 }, usage: null, paid_by: "run" };
    await cache.put(key, kept);
    const path = join(dir, key.slice(0, 2), `${key}.json`);
    const whole = await Deno.readTextFile(path);
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        await Deno.writeTextFile(path, mutated(whole, change));
        const found = await cache.get(key);
        if (found !== undefined) assert.deepEqual(found, kept);
      }),
      RUNS,
    );
  }));

Deno.test("openLedger() of any content commits nothing beyond its cap", () =>
  inFolder(async (dir) => {
    const path = join(dir, "spend.jsonl");
    const line = fc.oneof(
      fc.record({ id: fc.nat(3), reserved: fc.nat(60) }).map((entry) => JSON.stringify(entry)),
      fc.record({ id: fc.nat(3), charged: fc.nat(60) }).map((entry) => JSON.stringify(entry)),
      fc.json(),
      fc.string({ unit: "binary", maxLength: 9 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
        await Deno.writeTextFile(path, lines.join("\n"));
        const ledger = openLedger(path, 100);
        if (await ledger.reserve(50) !== null) assert.ok(ledger.committed() <= 100);
      }),
      RUNS,
    );
  }));
