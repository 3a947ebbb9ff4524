/** What anybody may put into a pack, its configuration and its schemas, or a report of gaps. */
import { dirname, join } from "node:path";
import fc from "fast-check";
import { Backlog } from "../../lib/contracts/backlog.ts";
import { PACK_FILES } from "../../lib/contracts/pack.ts";
import starter from "../../lib/pack/config.yaml" with { type: "text" };
import { parsePackConfig } from "../../lib/pack/config.ts";
import { packSchemaFiles } from "../../lib/pack/schemas.ts";
import { gapsEval } from "../../lib/pipelines/gaps_eval.ts";
import { readGapsFile } from "../../lib/pipelines/gaps_folder.ts";
import { readPack } from "../../lib/pipelines/gaps_pack.ts";
import { gapsValidate } from "../../lib/pipelines/gaps_validate.ts";
import { loadSchemas } from "../../lib/pipelines/pack_folder.ts";
import { inFolder } from "../cli/world.ts";
import { rehashed, smallFiles } from "../pack/made_pack.ts";
import { mends, RUNS } from "./fuzzing.ts";
import { changed, fileChange, mutated, mutation } from "./mutation.ts";
import { makePack } from "./small_pack.ts";

async function write(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await Deno.mkdir(dirname(join(dir, path)), { recursive: true });
    await Deno.writeTextFile(join(dir, path), text);
  }
}

Deno.test("readPack() takes any content of a pack, or says which file and line does not fit", () =>
  inFolder(async (dir) => {
    await write(dir, rehashed(smallFiles));
    for (const file of Object.values(PACK_FILES)) {
      const whole = smallFiles.get(file)!;
      await fc.assert(
        fc.asyncProperty(fileChange, async (change) => {
          const files = new Map([...smallFiles, [file, changed(file, whole, change)]]);
          const known = file === PACK_FILES.hashes ? files : rehashed(files);
          for (const path of [file, PACK_FILES.hashes]) await Deno.writeTextFile(join(dir, path), known.get(path)!);
          await mends(() => readPack(dir, "pack"));
        }),
        RUNS,
      );
      await write(dir, new Map([[file, whole]]));
    }
  }));

Deno.test("readers of a gaps report take any content, or say that it does not fit", () =>
  inFolder(async (dir) => {
    await makePack(dir);
    const report = join(dir, "report_out");
    const evaluate = () => gapsEval({ cwd: dir }, { out: "report_out", oracle: "packs/a.oracle.json", write: null });
    const validate = () => gapsValidate({ cwd: dir }, "report_out");
    const readers: Readonly<Record<string, readonly (() => unknown)[]>> = {
      "report_out/backlog.json": [validate, evaluate, () => readGapsFile(report, "backlog.json", Backlog)],
      "report_out/clusters.json": [validate],
      "report_out/gaps.jsonl": [validate, evaluate],
      "report_out/budget.json": [validate],
      "report_out/manifest.json": [validate],
      "packs/a.oracle.json": [evaluate],
    };
    for (const [file, readings] of Object.entries(readers)) {
      const whole = await Deno.readTextFile(join(dir, file));
      for (const read of readings) await read();
      await fc.assert(
        fc.asyncProperty(fileChange, async (change) => {
          await Deno.writeTextFile(join(dir, file), changed(file, whole, change));
          for (const read of readings) await mends(read);
        }),
        RUNS,
      );
      await Deno.writeTextFile(join(dir, file), whole);
    }
  }));

Deno.test("parsePackConfig() takes any YAML, or says where it does not", async () => {
  const parts = [
    "a: ",
    "&x ",
    "*x",
    "!!binary ",
    "counts:",
    " users: 3",
    "- ",
    "? ",
    "\n",
    "  ",
    "{",
    "[",
    "<<: *x",
    "1e999",
  ];
  const yaml = fc.oneof(
    mutation.map((change) => change.kind === "set" || change.kind === "delete" ? "{}" : mutated(starter, change)),
    fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((all) => all.join("")),
  );
  await fc.assert(fc.asyncProperty(yaml, (text) => mends(() => parsePackConfig(text, "config.yaml"))), RUNS);
});

Deno.test("loadSchemas() takes any file in schemas/, or says which it cannot use", () =>
  inFolder(async (dir) => {
    const [[name, whole]] = [...packSchemaFiles()].filter(([name]) => name === "pack_query.schema.json") as [
      [string, string],
    ];
    await write(join(dir, "schemas"), new Map([[name, whole]]));
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        await Deno.writeTextFile(join(dir, "schemas", name), mutated(whole, change));
        await mends(async () => {
          const { models } = await loadSchemas(dir);
          models[PACK_FILES.queries].safeParse({ id: "q1", text: "why", datasets: [] });
        });
      }),
      RUNS,
    );
  }));
