/** Whether a need was solved in its thread, by what people say at its end (seed: "Met vs unmet examples"). */
import type { ItemMessage } from "../contracts/item.ts";

/** How much a message counts against the one after it: threads end in what became of them. */
const FADE = 0.6;
/** Evidence from which a thread counts as decided. */
const DECIDED = 0.5;

interface Sign {
  readonly pattern: RegExp;
  /** Above 0: solved; below: open. */
  readonly points: number;
}

const SIGNS: readonly Sign[] = [
  // Somebody did something about it.
  {
    pattern:
      /\b(?:fixed|merged|resolved|solved|deployed|shipped|restored|reloaded|rerun|re-ran|reran|patched|reverted|backfilled|replayed|purged|remapped|rebuilt|restated|granted|revoked|repointed)\b/i,
    points: 0.6,
  },
  { pattern: /\b(?:backfill|replay|rerun|reload)\b.{0,40}\b(?:done|finished|complete|through)\b/i, points: 0.6 },
  {
    pattern:
      /\b(?:caught up|back to normal|is live|went live|landed|in prod|rolled out|all in|is in|complete since|done on my end)\b/i,
    points: 0.6,
  },
  // Somebody confirms it, or takes the answer.
  {
    pattern:
      /\b(?:numbers? (?:tie|match)|ties? (?:out|now|to)|it ties|both tie|match(?:es)? now|agree now|adds? up|looks? (?:good|right)|checks out|all green|green again|sees? it now|can see it|no gap left)\b/i,
    points: 0.7,
  },
  { pattern: /\b(?:works?|good|fine|right|clear) (?:now|again|for (?:me|us))\b/i, points: 0.7 },
  { pattern: /\b(?:what I(?:'d| would| had)? expect(?:ed)?|the level I know|makes sense|all set)\b/i, points: 0.6 },
  {
    pattern: /\b(?:that (?:did|does|solves|explains|answers|works)|exactly what|confirmed|sorted|closing)\b/i,
    points: 0.6,
  },
  { pattern: /\b(?:can close|(?:ticket|case) closed|mark(?:ing|ed)? (?:it )?as done)\b/i, points: 0.7 },
  { pattern: /\b(?:thanks|thank you|thx|ty|cheers|perfect|great)\b/i, points: 0.3 },
  { pattern: /:(?:white_check_mark|heavy_check_mark|tada|pray|raised_hands):|✅|🙏/u, points: 0.4 },
  { pattern: /\b(?:agreed|settled on|renamed|documented|definition (?:is|page)|the rule is|use the)\b/i, points: 0.3 },
  // It waits.
  {
    pattern:
      /\b(?:parked|park (?:it|this)|backlog(?:ged)?|icebox|triage|pencilled in|not (?:planned|scheduled|prioriti[sz]ed))\b/i,
    points: -0.8,
  },
  {
    pattern: /\b(?:next|later this|early next) (?:week|sprint|quarter|month|cycle|release|round|year)\b/i,
    points: -0.6,
  },
  { pattern: /\b(?:at best|(?:at the )?earliest|after the freeze|known limit|has to wait)\b/i, points: -0.5 },
  {
    pattern: /\b(?:opened|filed|raised|logged|created|put in) (?:a |the )?(?:ticket|story|issue|request)\b/i,
    points: -0.5,
  },
  { pattern: /\b[A-Z]{2,8}-\d{2,6}\b|\bticket \d+|(?:^|\s)#\d{3,6}\b/, points: -0.4 },
  {
    pattern: /\b(?:must|has to|have to|needs? to) (?:decide|approve|sign|agree)|nobody decided|no decision\b/i,
    points: -0.5,
  },
  // Somebody lives with it.
  {
    pattern: /\b(?:for now|footnote|by hand|manual(?:ly)?|work-?around|unassigned|stays? (?:open|nameless))\b/i,
    points: -0.6,
  },
  // Nobody came back, or it is not over.
  {
    pattern: /\b(?:bump|bumping|any (?:update|news|luck|progress|idea)s?|anyone|following up|ping|nudge)\b/i,
    points: -0.7,
  },
  {
    pattern: /\b(?:still|not yet|no eta|no owner|tbd|blocked|waiting (?:on|for)|unclear|no idea|open as of)\b/i,
    points: -0.5,
  },
  {
    pattern:
      /\b(?:can'?t (?:do|promise|get to|say)|won'?t (?:make|get)|no capacity|(?:will|i'll) (?:look|check|try|get to))\b/i,
    points: -0.5,
  },
];

/** Link domains that hold what answers a need: documentation, models, dashboards, changes. */
const ANSWER_DOMAIN = /(?:^|[.-])(?:docs?|wiki|dbt|looker|bi|dash(?:boards?)?|git|code)(?=[.-]|$)/i;
/** Link domains that hold what is still to be done. */
const TASK_DOMAIN = /(?:^|[.-])(?:tickets?|tracker|issues?|tasks?|board)(?=[.-]|$)/i;

/** A lone message that asks is waiting for an answer. */
const ASKS =
  /\?(?:\s|$)|\b(?:please|kindly|can|could) (?:somebody|someone|anybody|we|you|tell|find|fix|agree|check|look|catch|add|give)\b/i;
const ASKING = -0.6;
/** Thanks are in every e-mail: one alone counts as solved by more than a reply does. */
const DECIDED_ALONE = 0.8;

/**
 * True where the thread says at its end that the need was met, false where it was left open, null where it does not say.
 *
 * The root of a thread with replies asks, and so decides nothing. An e-mail that nobody answered tells by itself whether
 * it reports what was done or asks for it.
 *
 * @param messages Root first, oldest first.
 */
export function resolutionOf(messages: readonly ItemMessage[]): boolean | null {
  const [root, ...replies] = messages;
  const evidence = replies.length === 0
    ? pointsOf(root!) + (ASKS.test(root!.text) ? ASKING : 0)
    : replies.reduce((before, message) => FADE * before + pointsOf(message), 0) +
      (/\?\s*$/.test(replies.at(-1)!.text) ? ASKING : 0);
  return evidence >= (replies.length === 0 ? DECIDED_ALONE : DECIDED) ? true : evidence <= -DECIDED ? false : null;
}

function pointsOf({ text, linkDomains }: ItemMessage): number {
  const said = SIGNS.reduce((sum, { pattern, points }) => pattern.test(text) ? sum + points : sum, 0);
  const answers = linkDomains.some((domain) => ANSWER_DOMAIN.test(domain)) ? 0.4 : 0;
  const tasks = linkDomains.some((domain) => TASK_DOMAIN.test(domain)) ? -0.4 : 0;
  return said + answers + tasks;
}
