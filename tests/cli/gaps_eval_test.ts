import assert from "node:assert/strict";
import { join } from "node:path";
import { GapsEvaluation } from "../../lib/contracts/backlog.ts";
import { dnr, inFolder, type Ran } from "./world.ts";

const CONFIG = "counts: { datasets: 12, nl_queries: 20, slack_threads: 10, email_threads: 5, users: 8 }\n";

Deno.test("dnr gaps eval tells what was found of what was planted, and refuses another pack's oracle", () =>
  inFolder(async (dir) => {
    await Deno.writeTextFile(join(dir, "config.yaml"), CONFIG);
    const run = async (args: string): Promise<Ran> => await dnr([...args.split(" "), "--quiet"], dir);
    for (const [pack, seed] of [["a", 7], ["b", 8]] as const) {
      assert.equal((await run(`pack gen --out packs/${pack} --seed ${seed}`)).code, 0);
    }
    assert.equal((await run("gaps gen --pack packs/a --out report --llm off")).code, 0);
    const { code, stdout, stderr } = await run(
      "gaps eval --out report --oracle packs/a.oracle.json --write scores.json",
    );
    assert.equal(code, 0, stderr);
    const { accuracy, macro_f1, by_class } = GapsEvaluation.parse(
      JSON.parse(await Deno.readTextFile(join(dir, "scores.json"))),
    );
    assert.ok(by_class.some(({ correct }) => correct > 0));
    assert.ok(stdout.includes(`accuracy ${accuracy!.toFixed(3)}, macro-F1 ${macro_f1!.toFixed(3)}`), stdout);
    const other = await run("gaps eval --out report --oracle packs/b.oracle.json");
    assert.equal(other.code, 2);
    assert.match(
      other.stderr,
      /the oracle is another pack's: packs\/b\.oracle\.json tells of \S+, wanted \S+\nhint: name the file/,
    );
  }));
