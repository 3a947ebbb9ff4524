import assert from "node:assert/strict";
import { parse } from "@optique/core/parser";
import { commandLineParser } from "../../commands/mod.ts";
import { commandPages } from "../../tools/docs/cli_page.ts";
import { dnr, inFolder } from "./world.ts";

const COMMANDS = [...commandPages()].map(([words]) => words.join(" "));

Deno.test("dnr without arguments prints the help page that --help prints", () =>
  inFolder(async (dir) => {
    const bare = await dnr([], dir);
    assert.deepEqual(bare, await dnr(["--help"], dir));
    assert.equal(bare.code, 0);
    const names = new Set(COMMANDS.map((name) => name.split(" ")[0]!));
    assert.ok(names.size > 12);
    for (const name of names) assert.match(bare.stdout, new RegExp(`^  ${name} `, "m"));
  }));

for (const name of COMMANDS) {
  Deno.test(`dnr ${name} --help shows its usage and examples that parse`, () =>
    inFolder(async (dir) => {
      const { code, stdout } = await dnr([...name.split(" "), "--help"], dir);
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`Usage: dnr ${name}`));
      const lines = [...stdout.matchAll(/^ {2}dnr (.*)$/gm)].map(([, line]) => line!);
      assert.ok(lines.length > 0, stdout);
      for (const line of lines) assert.ok(parse(commandLineParser, line.split(" ")).success, line);
    }));
}

const mistakes: readonly [args: string, message: RegExp, hint: RegExp][] = [
  ["gen-warehose", /Unexpected option or argument: "gen-warehose"/, /Did you mean `gen-warehouse`\?/],
  ["gen-warehouse --archetyp neobank", /"--archetyp"/, /Did you mean `--archetype`\?/],
  ["gen-warehouse --archetype bank", /Expected one of "neobank" and "marketplace", but got "bank"/, /--help/],
  ["gen-warehouse", /Missing option `--archetype`/, /dnr gen-warehouse --help/],
  ["help", /"help"/, /^dnr --help lists the commands$/],
  [
    "gen-warehouse --archetype neobank --out same --meta same/",
    /cannot write --out same: .*--meta same/,
    /beside each/,
  ],
  [
    "gen-warehouse --archetype neobank --out w --meta w/m",
    /cannot write --out w: it would replace --meta w\/m/,
    /beside/,
  ],
  ["validate --warehouse=", /`--warehouse`: Expected a folder, but got an empty name/, /--help/],
  ["config show --seed 99999999999999999999", /`--seed`: Expected an integer below 2\^53/, /--help/],
  ["config show --scale fast", /"--scale"/, /dnr config --help/],
  ["gen-warehouse --archetype neobank --seed x", /`--seed`: Expected a valid integer/, /--help/],
  ["gen-warehouse --archetype neobank --seed -1", /warehouse.seed \(--seed\): found -1, wanted >=0/, /^$/],
  ["gen-warehouse --archetype neobank --months 0", /warehouse.months \(--months\): found 0, wanted >=1/, /^$/],
  ["gen-warehouse --archetype neobank --tz Mars/X", /warehouse.tz \(--tz\): found "Mars\/X", wanted a time zone/, /^$/],
  ["gen-warehouse --archetype neobank --as-of 2026-02-30", /--as-of\): found "2026-02-30", wanted a day/, /^$/],
  ["config show --window soon", /Expected a number of days such as "30d"/, /--help/],
  ["config show --memory-limit lots", /--memory-limit\): found "lots", wanted a size/, /^$/],
  ["run-report --warehouse data/none", /run-report has nothing to read: --comms is missing/, /use --no-llm/],
  [
    "run-report --dry-run --warehouse none",
    /there is nothing to plan: --comms is missing/,
    /name the folder with --comms/,
  ],
  ["plan --warehouse none --comms none --no-llm", /there is nothing to plan: --no-llm asks no model/, /leave out/],
  ["adopt --archetype neobank --comms x", /cannot read folder x: there is none/, /^$/],
  ["adopt --archetype neobank", /adopt has nothing to take in: neither --warehouse nor --comms/, /--help/],
  ["run-report --no-llm --warehouse none", /cannot read folder .*none: there is none/, /generate the folder first/],
];
for (const [args, message, hint] of mistakes) {
  Deno.test(`dnr ${args} ends with 2 and one readable message`, () =>
    inFolder(async (dir) => {
      const { code, stdout, stderr } = await dnr(args.split(" "), dir);
      assert.equal(code, 2);
      assert.equal(stdout, "");
      const [error, advice = "hint: "] = stderr.trimEnd().split("\n");
      assert.match(error!, message);
      assert.match(advice.replace(/^hint: /, ""), hint);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }));
}

Deno.test("dnr config show takes global flags before and after the command", () =>
  inFolder(async (dir) => {
    for (const args of [["--seed", "0", "config", "show"], ["config", "show", "--seed", "0"]]) {
      const { stdout } = await dnr(args, dir);
      assert.match(stdout, /^warehouse\.seed +0 +--seed$/m);
    }
  }));

Deno.test("dnr config show --model sets the model of every part that asks one", () =>
  inFolder(async (dir) => {
    const { stdout } = await dnr(["config", "show", "--model", "gpt-x", "--window", "14d"], dir);
    const set = [...stdout.matchAll(/^(\S+)\.model +gpt-x +--model$/gm)].map(([, part]) => part);
    assert.deepEqual(set.sort(), ["classification", "comms", "entities", "gaps"]);
    assert.match(stdout, /^report\.window_days +14 +--window$/m);
  }));

Deno.test("dnr --log-level debug shows where a mistake was found, and what caused it", () =>
  inFolder(async (dir) => {
    await Deno.writeTextFile(`${dir}/my.yaml`, "report: [");
    const args = ["config", "show", "--config", "my.yaml"];
    assert.doesNotMatch((await dnr(args, dir)).stderr, /\n\s+at /);
    const { code, stderr } = await dnr([...args, "--log-level", "debug"], dir);
    assert.equal(code, 2);
    assert.match(stderr, /^error: .*my\.yaml.*\n[^]*\n\s+at /);
  }));

Deno.test("dnr config show --json gives every value with its source and never a secret", () =>
  inFolder(async (dir) => {
    await Deno.writeTextFile(`${dir}/my.yaml`, "report:\n  window_days: 10\n");
    const env = { OPENAI_API_KEY: "sk-secret", DNR_WAREHOUSE_MONTHS: "6" };
    const { code, stdout } = await dnr(["config", "show", "--config", "my.yaml", "--json"], dir, { env });
    assert.equal(code, 0);
    assert.doesNotMatch(stdout, /sk-secret/);
    const { settings } = JSON.parse(stdout) as { settings: { path: string; value: unknown; source: unknown }[] };
    const of = (path: string) => {
      const { value, source } = settings.find((setting) => setting.path === path)!;
      return { value, source };
    };
    const file = { kind: "file", file: "my.yaml", line: 2, column: 3 };
    assert.deepEqual(of("report.window_days"), { value: 10, source: file });
    assert.deepEqual(of("warehouse.months"), { value: 6, source: { kind: "env", name: "DNR_WAREHOUSE_MONTHS" } });
    assert.deepEqual(of("llm.api_key"), { value: "set, not shown", source: { kind: "env", name: "OPENAI_API_KEY" } });
    assert.deepEqual(of("warehouse.seed"), { value: 42, source: { kind: "default" } });
  }));

Deno.test("dnr ends with 70, a run id and a log that holds the stack when the fault is its own", () =>
  inFolder(async (dir) => {
    const stdout = (): void => {
      throw new TypeError("broken inside");
    };
    const { code, stderr } = await dnr(["config", "show"], dir, { stdout });
    assert.equal(code, 70);
    const [, runId, path] = /run ([0-9a-f]{12}): the details are in (.*)$/m.exec(stderr)!;
    assert.equal(path, `runs/${runId}/error.log`);
    assert.match(await Deno.readTextFile(`${dir}/${path}`), /TypeError: broken inside\n\s+at /);
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.match((await dnr(["config", "show", "--log-level", "debug"], dir, { stdout })).stderr, /\n\s+at /);
  }));

Deno.test("dnr calls a full disk the user's to mend", () =>
  inFolder(async (dir) => {
    const stdout = (): void => {
      throw new Error("No space left on device (os error 28)");
    };
    const { code, stderr } = await dnr(["config", "show"], dir, { stdout });
    assert.equal(code, 2);
    assert.match(stderr, /^error: the disk is full: No space left/);
  }));
