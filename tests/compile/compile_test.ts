import assert from "node:assert/strict";
import { join } from "node:path";
import { ENV_ALIASES, envName, settings } from "../../lib/config/keys.ts";
import { compileFlags, denortFault } from "../../tools/compile/mod.ts";
import { permissionFlags } from "../../tools/compile/permissions.ts";
import { isUnused } from "../../tools/compile/tree.ts";
import { inFolder } from "../cli/world.ts";

const main = join(import.meta.dirname!, "..", "..", "main.ts");

Deno.test("permissionFlags() name one host, and no program to run", () => {
  const flags = permissionFlags("models.example:8443");
  assert.ok(flags.includes("--allow-net=models.example:8443"));
  assert.deepEqual(flags.filter((flag) => /^--allow-(all|run|net$|env$|sys$)/.test(flag)), []);
});

Deno.test("permissionFlags() let every variable of the configuration through", () => {
  const given = permissionFlags("h:1").find((flag) => flag.startsWith("--allow-env="))!.split("=")[1]!.split(",");
  const seen = (name: string): boolean =>
    given.some((pattern) => pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern);
  const wanted = [...[...settings.keys()].map(envName), ...ENV_ALIASES.map(([name]) => name), "NO_COLOR"];
  assert.deepEqual(wanted.filter((name) => !seen(name)), []);
});

Deno.test("isUnused() leaves out types, tests' packages and other C libraries, and keeps what runs", () => {
  const store = "node_modules/.deno";
  for (
    const path of [
      `${store}/@duckdb+node-bindings-linux-x64-musl@1.5.5-r.5`,
      `${store}/@types+node@22.20.5`,
      `${store}/fast-check@4.10.2/node_modules/fast-check`,
      `${store}/zod@4.6.7/node_modules/zod/index.d.ts`,
      `${store}/openai@7.57.0/node_modules/openai/src/index.ts`,
    ]
  ) assert.ok(isUnused(path), path);
  for (
    const path of [
      "lib/llm/prompts/entities.v1.md",
      `${store}/@duckdb+node-bindings-linux-x64@1.5.5-r.5/node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so`,
      `${store}/openai@7.57.0/node_modules/openai/index.mjs`,
      `${store}/gpt-tokenizer@4.0.0/node_modules/gpt-tokenizer/esm/encoding/o200k_base.js`,
    ]
  ) assert.ok(!isUnused(path), path);
});

Deno.test("compileFlags() unpack native libraries and embed what is imported by a computed path", () => {
  const flags = compileFlags("h:1", "dist/dnr");
  for (const flag of ["--self-extracting", "--include=commands/dispatch.ts", "--include=assets", "--output=dist/dnr"]) {
    assert.ok(flags.includes(flag), flag);
  }
  assert.equal(flags.at(-1), "main.ts");
});

Deno.test("denortFault() tells a missing denort from other faults", () => {
  const offline = "error: Writing deno compile executable\n\nCaused by:\n    0: Setting up base binary.\n" +
    "    1: error sending request for url (https://h/denort-x.zip): client error\n    2: client error\n";
  assert.equal(denortFault(offline), "error sending request for url (https://h/denort-x.zip): client error");
  assert.equal(denortFault("Caused by:\n    0: Could not find denort at '/x'\n"), "Could not find denort at '/x'");
  assert.equal(denortFault("error: Module not found"), undefined);
});

const withPermissions = (args: readonly string[], cwd: string, env: Record<string, string> = {}) =>
  new Deno.Command(Deno.execPath(), {
    args: ["run", ...permissionFlags("api.openai.com:443"), main, ...args],
    cwd,
    env,
  }).output();

Deno.test("dnr under the compiled program's permissions generates, measures and draws", () =>
  inFolder(async (dir) => {
    const generate = ["gen-warehouse", "--archetype", "neobank", "--scale", "fast", "--months", "4"];
    for (const args of [generate, ["run-report", "--warehouse", "data/neobank", "--no-llm"]]) {
      const { code, stderr } = await withPermissions(args, dir);
      assert.equal(code, 0, new TextDecoder().decode(stderr));
    }
  }));

Deno.test("dnr under the compiled program's permissions refuses another host in one sentence", () =>
  inFolder(async (dir) => {
    const args = ["gen-comms", "--archetype", "neobank", "--api-base", "https://models.invalid/v1", "--quiet"];
    const { code, stderr } = await withPermissions(args, dir, { OPENAI_API_KEY: "sk-not-a-key" });
    assert.equal(code, 2);
    assert.equal(
      new TextDecoder().decode(stderr),
      `error: the model's endpoint may not be reached: Requires net access to "models.invalid:443"\n` +
        "hint: check llm.api_base, or use a build or --allow-net for that host\n",
    );
  }));
