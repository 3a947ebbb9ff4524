import assert from "node:assert/strict";
import { join } from "node:path";
import { envName, settings } from "../../lib/config/keys.ts";
import { loadConfig, type Loaded } from "../../lib/config/load.ts";
import { Config } from "../../lib/config/schema.ts";
import { fromYaml, type Source, sourceName } from "../../lib/config/sources.ts";
import type { GuardrailConfig } from "../../lib/contracts/guardrail.ts";
import { UserError } from "../../lib/core/errors.ts";
import { schemaFiles } from "../../tools/schemas.ts";

const root = join(import.meta.dirname!, "..", "..");
const nothing = { file: undefined, cwd: join(root, "tests"), env: {}, flags: [] };

async function withFile<T>(text: string, work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(join(dir, "cfg.yaml"), text);
    return await work(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const load = (text: string, env: Record<string, string> = {}): Promise<Loaded> =>
  withFile(text, (cwd) => loadConfig({ file: "cfg.yaml", cwd, env, flags: [] }));

async function fault(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(() => assert.fail("nothing was thrown"), (error) => error);
  assert.ok(error instanceof UserError, String(error));
  assert.equal(error.exitCode, 2);
  return `${error.message} | ${error.hint}`;
}

Deno.test("loadConfig() without any source gives the defaults of the model", async () => {
  const { config, sources } = await loadConfig(nothing);
  assert.deepEqual(config, Config.parse({}));
  assert.equal(sources.size, 0);
  assert.deepEqual([config.warehouse.seed, config.report.window_days, config.report.slos.dup_keys_pct], [42, 30, 0.2]);
  const guardrails: GuardrailConfig = config.report;
  assert.equal(guardrails.marketplace.evening_window.min_share_pct, 25);
});

Deno.test("configs/default.yaml repeats every default of the model", async () => {
  const { config, sources } = await loadConfig({ ...nothing, cwd: root });
  assert.deepEqual(config, Config.parse({}));
  assert.deepEqual([...sources.keys()].sort(), [...settings.keys()].sort());
});

Deno.test("loadConfig() lets YAML, environment and flags override each other in this order", async () => {
  const text = "report:\n  window_days: 10\n";
  const steps: [Record<string, string>, boolean, number, string][] = [
    [{}, false, 10, "cfg.yaml:2:3"],
    [{ DNR_REPORT_WINDOW_DAYS: "14" }, false, 14, "env DNR_REPORT_WINDOW_DAYS"],
    [{ DNR_REPORT_WINDOW_DAYS: "14" }, true, 7, "--window"],
  ];
  for (const [env, flag, value, name] of steps) {
    const entry = { path: "report.window_days", value: 7, source: { kind: "flag", name: "--window" } as Source };
    const { config, sources } = await withFile(
      text,
      (cwd) => loadConfig({ file: "cfg.yaml", cwd, env, flags: flag ? [entry] : [] }),
    );
    assert.equal(config.report.window_days, value);
    assert.equal(sourceName(sources.get("report.window_days")!), name);
    assert.equal(sources.size, 1);
  }
});

Deno.test("loadConfig() reads each type from the environment", async () => {
  const { config } = await load("", {
    DNR_WAREHOUSE_SEED: "0",
    DNR_WAREHOUSE_TZ: "Europe/Berlin",
    DNR_WAREHOUSE_ARCHETYPES: "a, b",
    DNR_WAREHOUSE_SNAPSHOT_DAYS: "null",
    DNR_CACHE_ENABLED: "false",
    DNR_PATHS_DATA: "2024",
    DNR_RESOURCES_THREADS: "",
    LLM_API_CAP_USD: "0",
    OPENAI_API_KEY: "from-openai",
    LLM_API_KEY: "from-llm",
  });
  assert.equal(config.warehouse.seed, 0);
  assert.equal(config.warehouse.tz, "Europe/Berlin");
  assert.deepEqual(config.warehouse.archetypes, ["a", "b"]);
  assert.equal(config.warehouse.snapshot_days, null);
  assert.equal(config.cache.enabled, false);
  assert.equal(config.paths.data, "2024");
  assert.equal(config.resources.threads, null);
  assert.equal(config.classification.api_cap_usd, 0);
  assert.equal(config.llm.api_key, "from-llm");
});

const faults: readonly [title: string, text: string, env: Record<string, string>, RegExp][] = [
  [
    "an unknown key",
    "report:\n  window_day: 30\n",
    {},
    /unknown setting at cfg.yaml:2:3: report.window_day \| did you mean report.window_days\?/,
  ],
  ["an unknown section", "a: 1\nreprot:\n  x: 1\n", {}, /unknown setting at cfg.yaml:1:1: a \|/],
  [
    "a wrong type in YAML",
    "report:\n  slos:\n    key_null_pct: many\n",
    {},
    /wrong value for report.slos.key_null_pct \(cfg.yaml:3:5\): found "many", wanted number \|/,
  ],
  [
    "a wrong type in the environment",
    "",
    { DNR_WAREHOUSE_MONTHS: "abc" },
    /wrong value for warehouse.months \(env DNR_WAREHOUSE_MONTHS\): found "abc", wanted number/,
  ],
  [
    "a value outside its limits",
    "warehouse: {months: 0}\n",
    {},
    /warehouse.months \(cfg.yaml:1:13\): found 0, wanted >=1 /,
  ],
  ["a seed below zero", "warehouse: {seed: -1}\n", {}, /warehouse.seed .*found -1, wanted >=0 /],
  [
    "a time zone that does not exist",
    "warehouse: {tz: Mars/Olympus}\n",
    {},
    /tz .*"Mars\/Olympus", wanted a time zone/,
  ],
  ["a day that does not exist", "warehouse: {as_of: 2026-02-30}\n", {}, /as_of .*"2026-02-30", wanted a day/],
  [
    "a scale that does not exist",
    "warehouse: {scale: huge}\n",
    {},
    /scale .*"huge", wanted one of "fast"\|"evaluation"/,
  ],
  ["a scalar where a section belongs", "report: 30\n", {}, /wrong type at cfg.yaml:1:1: section report must hold keys/],
  ["a list at the top", "- 1\n", {}, /wrong type at cfg.yaml:1:1: the file must hold keys/],
  ["a key that occurs twice", "cache: {}\ncache: {}\n", {}, /malformed YAML at cfg.yaml:2:1: Map keys must be unique/],
  ["broken YAML", "report: [1\n", {}, /malformed YAML at cfg.yaml:/],
  ["an alias of nothing", "warehouse: { scale: *big }\n", {}, /malformed YAML at cfg.yaml:1:\d+: .*big/],
  [
    "an unknown name in the environment",
    "",
    { DNR_REPORT_WINDOWS_DAYS: "3" },
    /unknown setting in the environment: DNR_REPORT_WINDOWS_DAYS \| did you mean DNR_REPORT_WINDOW_DAYS\?/,
  ],
];
for (const [title, text, env, pattern] of faults) {
  Deno.test(`loadConfig() names ${title} and its place`, async () => {
    assert.match(await fault(load(text, env)), pattern);
  });
}

Deno.test("loadConfig() never repeats a secret in its message", async () => {
  const message = await fault(load("llm: {api_key: 12345}\n"));
  assert.match(message, /llm.api_key .*a value not shown/);
  assert.doesNotMatch(message, /12345/);
});

Deno.test("loadConfig() refuses a file that is missing when it was named", async () => {
  assert.match(
    await fault(loadConfig({ ...nothing, file: "none.yaml" })),
    /cannot read the configuration: .*none.yaml/,
  );
});

Deno.test("fromYaml() takes an empty file and an empty section as nothing set", async () => {
  assert.deepEqual(await fromYaml("", "x.yaml"), []);
  assert.deepEqual(await fromYaml("report:\n", "x.yaml"), []);
});

for (
  const [env, key, name] of [
    [{ TEAM_KEY: "k-1", OPENAI_API_KEY: "k-2" }, "k-1", "env TEAM_KEY"],
    [{ OPENAI_API_KEY: "k-2" }, "k-2", "env OPENAI_API_KEY"],
    [{ OPENAI_API_KEY: "k-2", LLM_API_KEY: "k-3" }, "k-3", "env LLM_API_KEY"],
    [{}, null, "default"],
  ] as const
) {
  Deno.test(`loadConfig() takes the model's key from ${name}`, async () => {
    const { config, sources } = await load("classification: {env_key_var: TEAM_KEY}", env);
    assert.equal(config.llm.api_key, key);
    assert.equal(sourceName(sources.get("llm.api_key") ?? { kind: "default" }), name);
  });
}

Deno.test("envName() is different for every setting", () => {
  const names = [...settings.keys()].map(envName);
  assert.equal(new Set(names).size, names.length);
});

Deno.test("schemaFiles() is what stands in schemas/ (else: deno task schemas)", async () => {
  for (const [name, text] of schemaFiles()) {
    assert.equal(await Deno.readTextFile(join(root, "schemas", name)), text, name);
  }
});
