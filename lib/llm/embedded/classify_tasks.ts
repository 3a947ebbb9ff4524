/** The embedded provider's answers to `classify_thread` and `classify_query`. */
import { QueryInput, ThreadInput } from "../../contracts/classify_task.ts";
import type { Classifier } from "./classifier.ts";
import type { EmbeddedTask } from "./provider.ts";

/**
 * `classify_thread`: input {@link ThreadInput}, answer `{relevance, theme}`, the theme null unless positive.
 * `classify_query`: input {@link QueryInput}, answer `{theme}`.
 */
export function classifyTasks(
  classifier: Classifier,
): Readonly<Record<"classify_thread" | "classify_query", EmbeddedTask>> {
  return {
    classify_thread(input) {
      const { relevance, theme } = classifier.classifyThread(ThreadInput.parse(input));
      if (relevance.label !== "positive") {
        return {
          answer: { relevance: relevance.label, theme: null },
          probabilities: { relevance: relevance.probability },
        };
      }
      return {
        answer: { relevance: relevance.label, theme: theme.label },
        probabilities: { relevance: relevance.probability, theme: theme.probability },
      };
    },
    classify_query(input) {
      const { theme } = classifier.classifyQuery(QueryInput.parse(input));
      return { answer: { theme: theme.label }, probabilities: { theme: theme.probability } };
    },
  };
}
