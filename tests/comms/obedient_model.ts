/** What an obedient model answers to the requests of `gen-comms`: it knows the prompt's text alone. */
import type { Asked } from "../support/fake_openai/asked.ts";

interface Told {
  readonly id: string;
  readonly event?: { readonly ds: string };
  readonly link?: string;
  readonly code?: boolean;
  readonly messages?: readonly { readonly act: string; readonly link?: string; readonly code?: boolean }[];
}

const text = (lead: string, { link, code }: { readonly link?: string; readonly code?: boolean }): string =>
  `${lead}${link === undefined ? "" : ` https://${link}/notes`}${code === true ? " `SELECT 1`" : ""}`;

function words(told: Told): Record<string, unknown> {
  const day = told.event === undefined ? "" : ` of ${told.event.ds}`;
  const lead = `The matter ${told.id.slice(1)}${day}`;
  if (told.messages !== undefined) {
    return { texts: told.messages.map((message, i) => text(`${lead}, ${message.act} ${i}`, message)) };
  }
  return told.link !== undefined || "relevance" in told
    ? { subject: "About the matter", body: text(lead, told) }
    : { text: `${lead}, how many?` };
}

export function obedient({ messages }: Asked): unknown {
  const lines = messages.at(-1)!.content.split("\n").filter((line) => line.startsWith("{"));
  return { items: lines.map((line) => JSON.parse(line) as Told).map((told) => ({ id: told.id, ...words(told) })) };
}
