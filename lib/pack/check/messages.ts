/** Queries, messages and e-mails: their ids, threads, references and times. */
import type { Placed, Problem } from "./problem.ts";
import type { ReadPack } from "./read.ts";
import { repeated } from "./unique.ts";

interface Message {
  readonly id: string;
  readonly thread_id: string;
  readonly ts: string;
}

export function messageProblems(pack: ReadPack): Problem[] {
  const { queries, slack, email, datasetIds } = pack;
  return [
    ...repeated(queries, "id", ({ id }) => id),
    ...repeated(slack, "id", ({ id }) => id),
    ...repeated(email, "id", ({ id }) => id),
    ...queries.flatMap(({ file, line, value }) =>
      value.datasets.filter((id) => !datasetIds.has(id))
        .map((id) => ({ file, line, message: `datasets names ${id}: the catalog has none of that id` }))
    ),
    ...threadProblems(slack),
    ...threadProblems(email),
    ...timeProblems(pack, [...queries, ...slack, ...email]),
  ];
}

/** A thread is named after its first message, which comes before its answers. */
function threadProblems(messages: readonly Placed<Message>[]): Problem[] {
  const byId = new Map(messages.map(({ value }) => [value.id, value]));
  return messages.flatMap(({ file, line, value: { id, thread_id: thread, ts } }) => {
    if (thread === id) return [];
    const root = byId.get(thread);
    const fault = root === undefined
      ? "no message has that id"
      : root.thread_id !== root.id
      ? `that message is itself an answer in ${root.thread_id}`
      : Date.parse(ts) < Date.parse(root.ts)
      ? `that message was sent later, at ${root.ts}`
      : undefined;
    return fault === undefined ? [] : [{ file, line, message: `thread_id of ${id} is ${thread}: ${fault}` }];
  });
}

function timeProblems(
  { manifest }: ReadPack,
  records: readonly Placed<{ readonly id: string; readonly ts: string }>[],
): Problem[] {
  if (manifest === null) return [];
  const { from, to } = manifest.value.window;
  return records.flatMap(({ file, line, value: { id, ts } }) =>
    Date.parse(ts) >= Date.parse(from) && Date.parse(ts) <= Date.parse(to)
      ? []
      : [{ file, line, message: `ts of ${id} is ${ts}: outside the window, ${from} to ${to}` }]
  );
}
