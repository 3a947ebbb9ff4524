import type { PlannedMessage, ThreadPlan } from "../../../contracts/comms_plan.ts";
import type { Talk } from "../../../contracts/talk.ts";
import { generator } from "../../../core/seeds.ts";
import { canSay, type Draw, expand, type Lexicon, pick } from "./grammar.ts";
import { MOST_TOKENS, tokenCeiling } from "./length.ts";
import { CHAT_EDGE, EVERYWHERE, TURN_EDGES } from "./phrases/mod.ts";
import type { Act, Scene, SmallTalk, ThemeBank } from "./scene.ts";
import { type Facts, messageFacts, openScope, type Scope } from "./scope.ts";
import { HARD_NEGATIVE_TALK, NEGATIVE_TALK } from "./smalltalk/mod.ts";
import { themeBank } from "./themes/mod.ts";
import { type Banks, coreOf, demanded, sentences, unsaid } from "./turns.ts";
import { inVoice, rawNames, voiceOf } from "./voice.ts";

const ROOT: ReadonlySet<Act> = new Set(["ask", "alert", "tell"]);
/** Replies that may be the first to name what the thread is about. */
const NAMING: ReadonlySet<Act> = new Set(["clarify", "answer", "diagnose", "fix"]);

/** Full messages first; then ever fewer trimmings, and other lines, until the text keeps its cap. */
const TRIMMINGS: readonly number[] = [1, 1, 0.6, 0.3, ...Array.from({ length: 40 }, () => 0)];

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

interface Turn {
  readonly message: PlannedMessage;
  readonly stream: string;
  readonly facts: Facts;
  /** The first message tells the day of the event. */
  readonly dated: boolean;
  readonly pointing: boolean;
  readonly theme: ThemeBank | undefined;
  readonly banks: Banks;
}

/** Chance that a reply goes on with another line of its scene. */
function furtherChance(act: Act, theme: ThemeBank | undefined): number {
  if (ROOT.has(act)) return 0;
  if (theme === undefined) return 0.5;
  return NAMING.has(act) ? 0.45 : 0.2;
}

/** The text after its opener, which goes on in small letters after a comma. */
function joined(opener: string, text: string): string {
  return /[,]$/.test(opener) && /^(?:[A-Z][a-z']+|A) /.test(text)
    ? `${opener} ${text[0]!.toLowerCase()}${text.slice(1)}`
    : `${opener} ${text}`;
}

/** One message within its cap. @throws {RangeError} when no line is short enough. */
function writeMessage(turn: Turn, scope: Scope, used: Set<string>, seed: number): string {
  const { message, facts, theme } = turn;
  const act = message.act;
  const voice = voiceOf(message.user_id, message.role, seed);
  for (const [attempt, trimming] of TRIMMINGS.entries()) {
    const draw = generator(seed, `${turn.stream}/${message.message_id}/${attempt}`);
    const said = new Set<string>();
    const lexicon = scope.message(facts, draw, rawNames(message.role), said);
    const lines = new Set(used);
    const edge = (phrases: readonly string[] | undefined, chance: number): string | undefined => {
      const open = draw() < chance * trimming ? phrases?.filter((phrase) => canSay(phrase, lexicon)) ?? [] : [];
      return open.length === 0 ? undefined : expand(pick(open, draw), lexicon, draw);
    };
    const edges = theme === undefined ? CHAT_EDGE : TURN_EDGES[act];
    const calm = voice === "brisk" ? 0.3 : 1;
    const opener = edge(edges?.openers, 0.4 * calm);
    const core = coreOf(act, turn.banks, lines, lexicon, draw);
    const points = demanded(said, facts, turn.pointing, lexicon, draw);
    const dated = turn.dated && !said.has("day") ? expand("<point_at_day>", lexicon, draw) : undefined;
    const further = edge(unsaid(turn.banks[0]?.[act], lines, lexicon), furtherChance(act, theme) * calm);
    const long = theme !== undefined && ROOT.has(act)
      ? [edge(theme.stakes, 0.55 * calm), edge(theme.requests, 0.5 * calm)]
      : [further];
    const tail = edge(edges?.tails, 0.5 * calm);
    const body = sentences(core, dated, ...points, ...long, tail);
    const opened = opener === undefined ? body : joined(opener, body);
    const mention = facts.get("mention")?.(draw);
    const addressed = mention === undefined || said.has("mention") ? opened : `${mention} ${opened}`;
    const text = inVoice(addressed, voice, draw);
    if (tokenCeiling(text) > MOST_TOKENS.slack) continue;
    for (const line of lines) used.add(line);
    return text;
  }
  throw new RangeError(`message ${message.message_id} does not fit ${MOST_TOKENS.slack} tokens`);
}

/**
 * Words of a thread, one text a message.
 *
 * The subject is named in the first message or in the first reply that looks into it: its table, its column, and the
 * table that a foreign key points at. Without a subject nothing of the schema is named.
 */
export function writeThread(plan: ThreadPlan, talk: Talk, seed: number): string[] {
  const stream = `writer/${plan.thread_id}`;
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
  const naming = draw() < 0.6 ? 0 : plan.messages.findIndex((message) => NAMING.has(message.act));
  const pointing = plan.subject === null ? -1 : Math.max(0, naming);
  const used = new Set<string>();
  return plan.messages.map((message, i) =>
    writeMessage(
      {
        message,
        stream,
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
