/** Rules of this project for `deno lint`. */
import { dirname, relative, resolve } from "node:path";
import { importFault } from "./layers.ts";

const root = resolve(import.meta.dirname!, "..", "..");
/** One folder an archetype. */
const archetypeNames = Array.from(Deno.readDirSync(resolve(root, "lib", "archetypes")))
  .filter((entry) => entry.isDirectory).map((entry) => entry.name);

function inProject(file: string): string {
  return relative(root, file).replaceAll("\\", "/");
}

type Source = Deno.lint.StringLiteral | Deno.lint.Expression | null;

const layers: Deno.lint.Rule = {
  create(context) {
    const from = inProject(context.filename);
    const check = (node: { readonly source: Source }): void => {
      const source = node.source;
      if (source?.type !== "Literal" || typeof source.value !== "string" || !source.value.startsWith(".")) return;
      const fault = importFault(from, inProject(resolve(dirname(context.filename), source.value)));
      if (fault !== undefined) context.report({ node: source, message: `import across layers: ${fault}` });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};

const isShared = (file: string): boolean =>
  /^(lib\/|commands\/|main\.ts$)/.test(file) && !file.startsWith("lib/archetypes/");

const archetypeLiteral: Deno.lint.Rule = {
  create(context) {
    if (!isShared(inProject(context.filename))) return {};
    const message = "shared code works from an archetype's declarations and never names one";
    return {
      Literal(node) {
        if (typeof node.value === "string" && archetypeNames.includes(node.value)) context.report({ node, message });
      },
      TemplateElement(node) {
        if (archetypeNames.includes(node.cooked)) context.report({ node, message });
      },
    };
  },
};

/** `object.property` of calls that make two runs differ, and why. */
const UNREPEATABLE: Readonly<Record<string, string>> = {
  "Math.random": "draws come from a named stream of lib/core/seeds.ts",
  "crypto.randomUUID": "draws come from a named stream of lib/core/seeds.ts",
  "crypto.getRandomValues": "draws come from a named stream of lib/core/seeds.ts",
  "Date.now": "'now' is the setting as_of",
  "Temporal.Now": "'now' is the setting as_of",
};

const repeatable: Deno.lint.Rule = {
  create(context) {
    if (!inProject(context.filename).startsWith("lib/")) return {};
    return {
      MemberExpression(node) {
        const { object, property } = node;
        if (object.type !== "Identifier" || property.type !== "Identifier") return;
        const name = `${object.name}.${property.name}`;
        const reason = UNREPEATABLE[name];
        if (reason !== undefined) context.report({ node, message: `${name} differs between runs: ${reason}` });
      },
      NewExpression(node) {
        if (node.callee.type !== "Identifier" || node.callee.name !== "Date" || node.arguments.length > 0) return;
        context.report({ node, message: "new Date() differs between runs: 'now' is the setting as_of" });
      },
    };
  },
};

/** Names that only `main.ts` may use: `object.property`, or every property of `object`. */
const OUTSIDE: Readonly<Record<string, string>> = {
  "Deno.exit": "only main.ts ends the process: throw, or return an exit code",
  "process.exit": "only main.ts ends the process: throw, or return an exit code",
  "console": "results and messages go through the world that main.ts hands over",
};

const outside: Deno.lint.Rule = {
  create(context) {
    const file = inProject(context.filename);
    if (!/^(lib|commands)\//.test(file)) return {};
    return {
      MemberExpression(node) {
        const { object, property } = node;
        if (object.type !== "Identifier" || property.type !== "Identifier") return;
        const message = OUTSIDE[`${object.name}.${property.name}`] ?? OUTSIDE[object.name];
        if (message !== undefined) context.report({ node, message });
      },
    };
  },
};

export default {
  name: "dnr",
  rules: { layers, "archetype-literal": archetypeLiteral, repeatable, outside },
} satisfies Deno.lint.Plugin;
