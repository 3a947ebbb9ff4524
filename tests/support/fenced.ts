import type { Asked } from "./fake_openai/asked.ts";

/** What stands inside the fence of a request, by the rule that its prompt states: the first mark closes it. */
export function fencedIn({ messages }: Pick<Asked, "messages">): string {
  const data = messages.find(({ role, content }) => role === "user" && content.includes("<<<"))!.content;
  const open = /<<<([0-9a-f]{16})\n/.exec(data)!;
  const from = open.index + open[0].length;
  return data.slice(from, data.indexOf(`\n${open[1]}>>>`, from));
}
