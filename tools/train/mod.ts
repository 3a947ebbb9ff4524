/**
 * Trains the embedded classifier on `tools/corpus/` and writes its asset.
 *
 *     deno task train             write assets/classifier.bin
 *     deno task train --check     fail unless the asset is what training gives
 *     deno task train --measure   print how each author's text fares when it is held out
 */
import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { encodeWeights, quantised, type Weights } from "../../lib/llm/embedded/weights.ts";
import { fitTemperature } from "./calibrate.ts";
import { readCorpus } from "./corpus.ts";
import { outOfAuthor } from "./held_out.ts";
import { measures } from "./measures.ts";
import { type Counted, counted, fitHead, idfOf } from "./train.ts";

const ASSET = new URL("../../assets/classifier.bin", import.meta.url);

/** Weights from all items, with temperatures from what held-out authors' text scored. */
export function train(items: readonly Counted[]): Weights {
  const outcomes = outOfAuthor(items);
  const idf = idfOf(items);
  const head = (name: keyof typeof outcomes) => {
    return { ...quantised(fitHead(name, items, idf)), temperature: fitTemperature(outcomes[name]) };
  };
  return { idf, heads: { relevance: head("relevance"), theme: head("theme") } };
}

if (import.meta.main) {
  const { values: flags } = parseArgs({ options: { check: { type: "boolean" }, measure: { type: "boolean" } } });
  const items = counted(readCorpus(new URL("../corpus/", import.meta.url)));
  if (flags.measure) {
    console.log(measures(outOfAuthor(items)));
  } else {
    const bytes = encodeWeights(train(items));
    const digest = createHash("sha256").update(bytes).digest("hex");
    if (!flags.check) Deno.writeFileSync(ASSET, bytes);
    else if (Deno.readFileSync(ASSET).some((byte, i, all) => all.length !== bytes.length || byte !== bytes[i])) {
      console.error(`assets/classifier.bin is not what training gives (SHA-256 ${digest}): run deno task train`);
      Deno.exit(1);
    }
    console.log(`assets/classifier.bin  ${bytes.length} bytes  SHA-256 ${digest}`);
  }
}
