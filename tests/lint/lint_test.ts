import assert from "node:assert/strict";
import { join } from "node:path";
import { importFault } from "../../tools/lint/layers.ts";
import plugin from "../../tools/lint/mod.ts";

const root = join(import.meta.dirname!, "..", "..");

function faults(file: string, source: string): string[] {
  return Deno.lint.runPlugin(plugin, join(root, file), source).map((found) => `${found.id}: ${found.message}`);
}

const imports: readonly [from: string, to: string, fault: RegExp | undefined][] = [
  ["lib/health/lag.ts", "lib/health/slo.ts", undefined],
  ["lib/health/lag.ts", "lib/infra/duck.ts", undefined],
  ["commands/run_report.ts", "lib/pipelines/run_report.ts", undefined],
  ["lib/archetypes/mod.ts", "lib/archetypes/neobank/mod.ts", undefined],
  ["tests/health/lag_test.ts", "main.ts", undefined],
  ["lib/health/lag.ts", "lib/charts/svg.ts", /sibling/],
  ["lib/config/load.ts", "lib/infra/files.ts", /sibling/],
  ["lib/core/stats.ts", "lib/contracts/health.ts", /lies above/],
  ["lib/pipelines/validate.ts", "commands/options.ts", /lies above/],
  ["lib/health/lag.ts", "lib/archetypes/mod.ts", /receives an Archetype/],
  ["lib/archetypes/neobank/mod.ts", "lib/archetypes/marketplace/kpis.ts", /never import each other/],
  ["lib/metrics/lag.ts", "lib/core/stats.ts", /lib\/metrics has no layer/],
];
for (const [from, to, fault] of imports) {
  Deno.test(`importFault() of ${from} importing ${to}`, () => {
    const found = importFault(from, to);
    if (fault === undefined) assert.equal(found, undefined);
    else assert.match(found ?? "", fault);
  });
}

const sources: readonly [title: string, file: string, source: string, id: string | undefined][] = [
  ["a static import across layers", "lib/health/x.ts", `import { a } from "../charts/svg.ts"; a;`, "dnr/layers"],
  ["a type import across layers", "lib/core/x.ts", `import type { A } from "../infra/duck.ts";`, "dnr/layers"],
  ["a dynamic import across layers", "lib/core/x.ts", `await import("../infra/duck.ts");`, "dnr/layers"],
  ["a re-export across layers", "lib/core/x.ts", `export * from "../infra/duck.ts";`, "dnr/layers"],
  ["a named re-export across layers", "lib/core/x.ts", `export { a } from "../infra/duck.ts";`, "dnr/layers"],
  ["an import from below", "lib/infra/x.ts", `import { a } from "../core/errors.ts"; a;`, undefined],
  ["an archetype's name in shared code", "lib/health/x.ts", `if (id === "neobank") a();`, "dnr/archetype-literal"],
  ["an archetype's name in a template", "commands/x.ts", "if (id === `marketplace`) a();", "dnr/archetype-literal"],
  ["an archetype's name in its folder", "lib/archetypes/neobank/x.ts", `a("neobank");`, undefined],
  ["an archetype's name in a test", "tests/x_test.ts", `a("neobank");`, undefined],
  ["Math.random in lib", "lib/comms/x.ts", `Math.random();`, "dnr/repeatable"],
  ["Date.now in lib", "lib/comms/x.ts", `Date.now();`, "dnr/repeatable"],
  ["new Date() in lib", "lib/comms/x.ts", `new Date();`, "dnr/repeatable"],
  ["Temporal.Now in lib", "lib/comms/x.ts", `Temporal.Now.instant();`, "dnr/repeatable"],
  ["a date of a given time", "lib/comms/x.ts", `new Date(0);`, undefined],
  ["Date.now in a bench", "bench/x.ts", `Date.now();`, undefined],
  ["Deno.exit in a command", "commands/x.ts", `Deno.exit(1);`, "dnr/outside"],
  ["console in lib", "lib/health/x.ts", `console.log(1);`, "dnr/outside"],
  ["console in a tool", "tools/x.ts", `console.log(1);`, undefined],
  ["Deno.exit in main.ts", "main.ts", `Deno.exit(1);`, undefined],
];
for (const [title, file, source, id] of sources) {
  Deno.test(`lint plugin ${id === undefined ? "lets pass" : "finds"} ${title}`, () => {
    assert.deepEqual(faults(file, source).map((found) => found.split(":")[0]), id === undefined ? [] : [id]);
  });
}
