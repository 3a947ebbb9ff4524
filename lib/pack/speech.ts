/** One item in words: the phrases of its class, filled with the facts of its gap and of the moment. */
import { canSay, expand, type Lexicon, pick } from "../llm/embedded/writer/grammar.ts";
import { type Draw, shuffled } from "./draws.ts";
import { spoken } from "./gap_plan.ts";
import { moments } from "./phrases/shared.ts";

/** What an item speaks of. */
export interface Topic {
  /** Null where it names no dataset that exists. */
  readonly dataset: string | null;
  readonly words: Readonly<Record<string, string>>;
}

/** Shares of the ways a dataset is called: by its words, by its name, by its id. */
const SPOKEN_SHARE = 0.55;
const NAMED_SHARE = 0.35;

function called(id: string, draw: Draw): string {
  const name = id.slice(id.indexOf(".") + 1);
  const way = draw();
  return way < SPOKEN_SHARE ? spoken(name) : way < SPOKEN_SHARE + NAMED_SHARE ? name : id;
}

/** Facts of one item: each is drawn once, and stays what it is for as long as the item speaks. */
export function lexiconOf({ dataset, words }: Topic, draw: Draw): Lexicon {
  const known = new Map(Object.entries(words));
  if (dataset !== null) known.set("dataset", called(dataset, draw));
  return {
    has: (slot) => known.has(slot) || slot in moments,
    slot(name) {
      const said = known.get(name) ?? pick(moments[name]!, draw);
      known.set(name, said);
      return said;
    },
    phrases(name) {
      throw new RangeError(`no phrases of the name ${name}`);
    },
  };
}

/**
 * Deals the templates of one list so that each is used once before any is used again, but for those that an item cannot
 * say: they wait for the next one.
 */
export function dealer(templates: readonly string[], draw: Draw): (lexicon: Lexicon) => string {
  const hand: string[] = [];
  return (lexicon) => {
    let index = hand.findIndex((template) => canSay(template, lexicon));
    if (index < 0) {
      hand.push(...shuffled(templates, draw));
      index = hand.findIndex((template) => canSay(template, lexicon));
    }
    const [template] = hand.splice(index, 1);
    if (template === undefined) throw new RangeError("dealer() has nothing that can be said");
    return expand(template, lexicon, draw);
  };
}
