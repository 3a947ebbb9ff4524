/** What `deno task train --measure` prints. */
import { SOURCES } from "../../lib/contracts/demand.ts";
import { softmax } from "../../lib/llm/embedded/softmax.ts";
import { classesOf, HEAD_NAMES, type HeadName } from "../../lib/llm/embedded/weights.ts";
import { fitTemperature, type Scored } from "./calibrate.ts";
import type { Outcome, Outcomes } from "./held_out.ts";

const likeliest = (values: readonly number[]): number => values.indexOf(Math.max(...values));

/** F1 of each class: 2·tp / (2·tp + fp + fn). */
function f1(outcomes: readonly Scored[], classes: number): number[] {
  return Array.from({ length: classes }, (_, k) => {
    const said = outcomes.filter(({ scores }) => likeliest(scores) === k).length;
    const there = outcomes.filter(({ answer }) => answer === k).length;
    const right = outcomes.filter(({ scores, answer }) => answer === k && likeliest(scores) === k).length;
    return said + there === 0 ? 0 : 2 * right / (said + there);
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const BINS = 10;

/** Expected calibration error over bins of equal mass: mean |confidence - accuracy|. */
function ece(outcomes: readonly Scored[], temperature: number): number {
  const judged = outcomes.map(({ scores, answer }) => {
    return { sure: Math.max(...softmax(scores, temperature)), right: likeliest(scores) === answer ? 1 : 0 };
  }).sort((a, b) => a.sure - b.sure);
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const part = judged.slice(Math.floor(bin * judged.length / BINS), Math.floor((bin + 1) * judged.length / BINS));
    error += Math.abs(part.reduce((sum, { sure, right }) => sum + sure - right, 0)) / judged.length;
  }
  return error;
}

/** Brier score over all classes: mean of the squared distance between probabilities and answer (Brier 1950), 0 to 2. */
function brier(outcomes: readonly Scored[], temperature: number): number {
  return mean(outcomes.map(({ scores, answer }) => {
    return softmax(scores, temperature).reduce((sum, p, k) => sum + (p - (k === answer ? 1 : 0)) ** 2, 0);
  }));
}

function headLines(name: HeadName, outcomes: readonly Outcome[]): string[] {
  const classes = classesOf(name);
  const temperature = fitTemperature(outcomes);
  const lines = [`${name}  temperature ${temperature}`];
  for (const source of SOURCES) {
    const part = outcomes.filter((outcome) => outcome.source === source);
    if (part.length === 0) continue;
    const perClass = f1(part, classes.length);
    const swayed = part.filter(({ scores, ordered }) => likeliest(scores) !== likeliest(ordered)).length;
    lines.push(
      `  ${source.padEnd(6)} items ${part.length}  macro-F1 ${mean(perClass).toFixed(3)}` +
        `  ECE ${ece(part, temperature).toFixed(3)}  Brier ${brier(part, temperature).toFixed(3)}` +
        `  swayed by orders ${swayed}`,
      `    by author: ${
        [...new Set(part.map(({ author }) => author))].map((author) => {
          return `${author} ${
            mean(f1(part.filter((outcome) => outcome.author === author), classes.length)).toFixed(3)
          }`;
        }).join("  ")
      }`,
      ...classes.map((label, k) => `    ${label.padEnd(28)} ${perClass[k]!.toFixed(3)}`),
    );
  }
  return lines;
}

export function measures(outcomes: Outcomes): string {
  return HEAD_NAMES.flatMap((name) => headLines(name, outcomes[name])).join("\n");
}
