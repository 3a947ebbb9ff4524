/**
 * Runs the tests and tells which lines of the program they run: `deno task coverage [--files N] [test file or folder …]`,
 * the whole suite where none is named, the 40 files with most uncovered lines where no N is given.
 *
 * What tests start as processes of their own counts too: Deno hands them its folder of raw data in `DENO_COVERAGE_DIR`.
 * Processes that are killed leave no data. Exit code: that of the tests.
 */
import { globSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { parseLcov } from "./lcov.ts";
import { report } from "./report.ts";

const ROOT = resolve(import.meta.dirname!, "..", "..");
const PROGRAM = ["lib", "commands", "main.ts"];

async function runTests(paths: readonly string[], raw: string): Promise<number> {
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "--allow-all", "--parallel", "--doc", `--coverage=${raw}`, "--coverage-raw-data-only", ...paths],
    cwd: ROOT,
    env: { DENO_COVERAGE_DIR: raw },
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  return code;
}

/** The raw data as a tracefile of the program's own files. */
async function tracefile(raw: string): Promise<string> {
  const out = join(raw, "lcov.info");
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["coverage", "--lcov", `--output=${out}`, `--include=^${pathToFileURL(ROOT)}/(${PROGRAM.join("|")})`, raw],
    cwd: ROOT,
  }).output();
  if (!success) throw new Error(`deno coverage failed: ${new TextDecoder().decode(stderr)}`);
  return await Deno.readTextFile(out);
}

/** Files of the program that no test loads, beyond those that declare types alone: they are not in the tracefile. */
async function unloaded(loaded: ReadonlySet<string>): Promise<string[]> {
  const rest = globSync(PROGRAM.map((path) => path.endsWith(".ts") ? path : `${path}/**/*.ts`), { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/")).filter((path) => !loaded.has(path)).sort();
  const texts = await Promise.all(rest.map((path) => Deno.readTextFile(join(ROOT, path))));
  return rest.filter((_, i) => /^(export )?(async |abstract )?(const|let|function|class)\b/m.test(texts[i]!));
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { files: { type: "string", default: "40" } },
  });
  const whole = positionals.length === 0;
  const raw = await Deno.makeTempDir({ prefix: "dnr-coverage-" });
  try {
    Deno.exitCode = await runTests(whole ? ["commands", "lib", "tests", "tools"] : positionals, raw);
    const files = parseLcov(await tracefile(raw))
      .map((file) => ({ ...file, path: relative(ROOT, file.path).replaceAll("\\", "/") }));
    console.log(report(files, Number(values.files)).join("\n"));
    const absent = whole ? await unloaded(new Set(files.map(({ path }) => path))) : [];
    for (const path of absent) console.log(`loaded by no test: ${path}`);
  } finally {
    await Deno.remove(raw, { recursive: true });
  }
}
