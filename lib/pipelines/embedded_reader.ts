import { archetypes } from "../archetypes/mod.ts";
import { classifyTasks } from "../llm/embedded/classify_tasks.ts";
import { loadClassifier } from "../llm/embedded/classifier.ts";
import { entityTask } from "../llm/embedded/entities/task.ts";
import { embeddedProvider } from "../llm/embedded/provider.ts";
import { EMBEDDED_MODEL } from "../llm/embedded/weights.ts";
import type { Provider } from "../llm/client.ts";

/** The embedded model's reading side: themes, relevance, tables and columns. */
export async function embeddedReader(): Promise<Provider> {
  const classifier = await loadClassifier();
  return embeddedProvider(EMBEDDED_MODEL, { ...classifyTasks(classifier), entities: entityTask(archetypes) });
}
