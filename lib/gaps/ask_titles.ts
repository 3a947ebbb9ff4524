/** Asks a model for a title and a summary of each cluster, several a request. */
import { z } from "zod";
import type { Cluster } from "../contracts/backlog.ts";
import type { Model, Request } from "../llm/client.ts";
import { fence } from "../llm/fence.ts";
import { askInOrder } from "../llm/in_order.ts";
import { answerSchema, conversation, type Prompt } from "../llm/prompt.ts";
import titlesPrompt from "../llm/prompts/gaps_titles.v1.md" with { type: "text" };
import { type Group, plainTitle } from "./clusters.ts";

export const TITLES_PROMPT: Prompt = { version: "gaps_titles.v1", text: titlesPrompt };

/** {@link Request.task} */
export const TITLES_TASK = "gap_titles";

/** Clusters that are asked for, the largest first: a title for one item is the item. */
const MOST_CLUSTERS = 60;
const LEAST_ITEMS = 2;
const CLUSTERS_PER_REQUEST = 10;
const EXAMPLES = 5;
/** Characters of an example that are sent. */
const LONGEST = 300;
/** Output tokens of a title of eight words and a summary of forty. */
const MOST_PER_CLUSTER = 110;

const Answer = z.strictObject({
  groups: z.array(
    z.strictObject({ n: z.int().min(1).max(CLUSTERS_PER_REQUEST), title: z.string(), summary: z.string() }),
  ),
});

function titlesRequest(groups: readonly Group[], schema: Request["schema"]): Request {
  const told = groups.map(({ gapClass, members }, i) => ({
    n: i + 1,
    gap: gapClass,
    datasets: [...new Set(members.flatMap(({ dataset }) => dataset ?? []))].sort().slice(0, 5),
    texts: members.slice(0, EXAMPLES).map(({ text }) => text.slice(0, LONGEST).toWellFormed()),
  }));
  return {
    task: TITLES_TASK,
    promptVersion: TITLES_PROMPT.version,
    messages: conversation(TITLES_PROMPT, fence(JSON.stringify(told))),
    schema,
    maxOutputTokens: MOST_PER_CLUSTER * groups.length,
    temperature: null,
    labels: [],
    input: null,
  };
}

/** All groups as clusters; those without a valid answer keep the plain title. */
export async function askTitles(model: Model, groups: readonly Group[], ahead: number): Promise<Cluster[]> {
  const schema = answerSchema("gap_titles", Answer);
  const asked = groups.filter(({ members }) => members.length >= LEAST_ITEMS).slice(0, MOST_CLUSTERS);
  const chunks = Array.from(
    { length: Math.ceil(asked.length / CLUSTERS_PER_REQUEST) },
    (_, k) => asked.slice(k * CLUSTERS_PER_REQUEST, (k + 1) * CLUSTERS_PER_REQUEST),
  );
  const titles = new Map<string, { readonly title: string; readonly summary: string }>();
  await askInOrder(chunks, ahead, (chunk) => model.ask(titlesRequest(chunk, schema), Answer), (reply, i) => {
    if (reply.status !== "ok") return true;
    for (const { n, title, summary } of reply.value.groups) {
      const group = chunks[i]![n - 1];
      if (group !== undefined && title.trim() !== "" && summary.trim() !== "") titles.set(group.id, { title, summary });
    }
    return true;
  });
  return groups.map((group) => {
    const plain = plainTitle(group);
    const given = titles.get(group.id);
    return given === undefined
      ? plain
      : { ...plain, title: given.title.trim(), summary: given.summary.trim(), titled_by: "model" };
  });
}
