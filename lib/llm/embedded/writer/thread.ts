import type { ThreadPlan } from "../../../contracts/comms_plan.ts";
import type { Talk } from "../../../contracts/talk.ts";
import { generator } from "../../../core/seeds.ts";
import { type Draw, type Lexicon, pick } from "./grammar.ts";
import { writeMessage } from "./message.ts";
import { EVERYWHERE } from "./phrases/mod.ts";
import { type Act, LOOKING, ROOT, type Scene, type SmallTalk, type ThemeBank } from "./scene.ts";
import { messageFacts, openScope, streamOf } from "./scope.ts";
import { HARD_NEGATIVE_TALK, NEGATIVE_TALK } from "./smalltalk/mod.ts";
import { themeBank } from "./themes/mod.ts";
import { type Banks, unsaid } from "./turns.ts";

/**
 * The scene of a plan: one told of its event, where it has one, that begins with its first act, where one does.
 */
export function sceneOf(
  bank: ThemeBank,
  root: Act,
  event: { readonly defect: string } | null,
  lexicon: Lexicon,
  draw: Draw,
): Scene {
  const fitting = event === null ? [] : bank.scenes.filter((scene) => scene.events?.includes(event.defect));
  const free = bank.scenes.filter((scene) => scene.events === undefined);
  const none = new Set<string>();
  for (const scenes of [fitting, free]) {
    for (const act of [root, ...ROOT]) {
      const open = scenes.filter((scene) => unsaid(scene.turns[act], none, lexicon).length > 0);
      if (open.length > 0) return pick(open, draw);
    }
  }
  throw new RangeError("no scene of the theme can be told");
}

function smallTalkBanks(talk: SmallTalk): Banks {
  const { open, reply, end } = talk;
  return [{
    ask: open,
    alert: open,
    tell: open,
    clarify: reply,
    answer: reply,
    diagnose: reply,
    fix: reply,
    point: reply,
    chime: reply,
    bump: reply,
    defer: reply,
    park: end,
    confirm: end,
    close: end,
  }];
}

/**
 * Words of a thread, one text a message.
 *
 * The subject is named in the first message or in the first reply that looks into it: its table, its column, and the
 * table that a foreign key points at. Without a subject nothing of the schema is named.
 */
export function writeThread(plan: ThreadPlan, talk: Talk, seed: number): string[] {
  const stream = streamOf(talk, plan.thread_id);
  const scope = openScope(plan, talk, seed, stream);
  const draw = generator(seed, `${stream}/scene`);
  const root = plan.messages[0]!;
  const theme = plan.theme === null ? undefined : themeBank(plan.theme);
  const banks: Banks = theme === undefined
    ? smallTalkBanks(pick(plan.relevance === "hard_negative" ? HARD_NEGATIVE_TALK : NEGATIVE_TALK, draw))
    : [
      sceneOf(theme, root.act, plan.event, scope.message(messageFacts(root, plan, "slack"), draw, 0, new Set()), draw)
        .turns,
      theme.turns,
      EVERYWHERE,
    ];
  const naming = draw() < 0.6 ? 0 : plan.messages.findIndex((message) => LOOKING.has(message.act));
  const pointing = plan.subject === null ? -1 : Math.max(0, naming);
  const used = new Set<string>();
  return plan.messages.map((message, i) =>
    writeMessage(
      {
        message,
        stream: `${stream}/${message.message_id}`,
        facts: messageFacts(message, plan, "slack"),
        dated: i === 0 && plan.event !== null,
        pointing: i === pointing,
        theme,
        banks,
      },
      scope,
      used,
      seed,
    )
  );
}
