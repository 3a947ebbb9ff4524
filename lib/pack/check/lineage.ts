/** Lineage leads from dataset to dataset, and never back. */
import type { Edge } from "../../contracts/pack.ts";
import type { Placed, Problem } from "./problem.ts";
import type { ReadPack } from "./read.ts";
import { repeated } from "./unique.ts";

export function lineageProblems({ edges, datasetIds }: ReadPack): Problem[] {
  return [
    ...repeated(edges, "edge", ({ from, to }) => `${from} → ${to}`),
    ...edges.flatMap(({ file, line, value: { from, to } }) =>
      [...new Set([from, to])].filter((id) => !datasetIds.has(id))
        .map((id) => ({ file, line, message: `edge names no dataset: ${id} is not there` }))
    ),
    ...cycles(edges),
  ];
}

/**
 * One problem for each edge that closes a cycle in a walk along the lineage, naming the whole cycle. Iterative, so that a
 * chain of any length can be walked.
 */
function cycles(edges: readonly Placed<Edge>[]): Problem[] {
  const out = new Map<string, Placed<Edge>[]>();
  for (const edge of edges) out.set(edge.value.from, [...out.get(edge.value.from) ?? [], edge]);
  const done = new Set<string>();
  const problems: Problem[] = [];
  for (const start of out.keys()) {
    if (done.has(start)) continue;
    const path = [start];
    const left = [[...out.get(start) ?? []]];
    while (path.length > 0) {
      const edge = left.at(-1)!.shift();
      if (edge === undefined) {
        done.add(path.pop()!);
        left.pop();
        continue;
      }
      const { to } = edge.value;
      const place = path.indexOf(to);
      if (place >= 0) {
        const cycle = [...path.slice(place), to].join(" → ");
        problems.push({ file: edge.file, line: edge.line, message: `lineage runs in a circle: ${cycle}` });
      } else if (!done.has(to)) {
        path.push(to);
        left.push([...out.get(to) ?? []]);
      }
    }
  }
  return problems;
}
