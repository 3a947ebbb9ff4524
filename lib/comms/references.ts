/** Links and code that a text holds. */

const LINK = /\bhttps?:\/\/([^\s/?#`<>()"'\]]*)/gi;

/** Domains that a text links to, in lower case, each once, in the order of their first link. */
export function linkDomains(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(LINK), ([, domain]) => domain!.toLowerCase().replace(/[.,;:!]+$/, "")))];
}

/** Whether a text has something between backticks. */
export function hasCode(text: string): boolean {
  return /`[^`\n]+`|```/.test(text);
}
