/**
 * Trains the embedded classifier on `tools/corpus/` and writes its asset.
 *
 *     deno task train [--measure]   write assets/classifier.bin; print how each author fares when held out
 *     deno task train --check       write nothing, fail unless the asset is what training gives
 */
import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { quantised } from "../../lib/llm/embedded/asset.ts";
import { encodeWeights, type HeadName, type Heads } from "../../lib/llm/embedded/weights.ts";
import { fitTemperature } from "./calibrate.ts";
import { readCorpus } from "./corpus.ts";
import { type Outcomes, outOfAuthor } from "./held_out.ts";
import { measures } from "./measures.ts";
import { type Counted, counted, fitHead } from "./train.ts";

const ASSET = new URL("../../assets/classifier.bin", import.meta.url);

/** Heads from all items, with temperatures from what held-out authors' text scored. */
export function train(items: readonly Counted[], outcomes: Outcomes = outOfAuthor(items)): Heads {
  const head = (name: HeadName) => {
    return { ...quantised(fitHead(name, items)), temperature: fitTemperature(outcomes[name]) };
  };
  return { relevance: head("relevance"), theme: head("theme") };
}

if (import.meta.main) {
  const { values: flags } = parseArgs({ options: { check: { type: "boolean" }, measure: { type: "boolean" } } });
  const items = counted(readCorpus(new URL("../corpus/", import.meta.url)));
  const outcomes = outOfAuthor(items);
  if (flags.measure) console.log(measures(outcomes));
  const bytes = encodeWeights(train(items, outcomes));
  const digest = createHash("sha256").update(bytes).digest("hex");
  if (!flags.check) Deno.writeFileSync(ASSET, bytes);
  else if (!Deno.readFileSync(ASSET).every((byte, i, all) => all.length === bytes.length && byte === bytes[i])) {
    console.error(`assets/classifier.bin is not what training gives (SHA-256 ${digest}): run deno task train`);
    Deno.exit(1);
  }
  console.log(`assets/classifier.bin  ${bytes.length} bytes  SHA-256 ${digest}`);
}
