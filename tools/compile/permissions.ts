/** What the compiled program may do. */

/** The only host that it may reach, unless the build says otherwise. */
export const DEFAULT_LLM_HOST = "api.openai.com:443";

/** `DNR_*` names the settings, and lets a mistyped one be told; the others are those of `lib/config/keys.ts` and the terminal. */
const VARIABLES = ["DNR_*", "OPENAI_API_KEY", "LLM_API_KEY", "LLM_API_CAP_USD", "NO_COLOR"] as const;

/** Asked by the loaders of the engine and of the rasteriser, to tell one C library from another. */
const SYSTEM = ["cpus", "hostname", "networkInterfaces"] as const;

/**
 * Permission flags of Deno: files and native libraries, one host, the variables of dnr (all others look unset), no
 * other program, and no question to the user in place of a refusal.
 *
 * @param llmHost `host:port` of the language model's endpoint.
 */
export function permissionFlags(llmHost: string): string[] {
  return [
    "--no-prompt",
    "--allow-read",
    "--allow-write",
    "--allow-ffi",
    `--allow-sys=${SYSTEM.join(",")}`,
    `--allow-net=${llmHost}`,
    `--allow-env=${VARIABLES.join(",")}`,
    "--ignore-env",
  ];
}
