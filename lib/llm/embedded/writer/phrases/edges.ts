import type { Act, Lines } from "../scene.ts";

interface Edge {
  readonly openers: Lines;
  readonly tails: Lines;
}

const asking: Edge = {
  openers: [
    "Hey team,",
    "Quick one:",
    "Morning,",
    "Question:",
    "[Not sure who owns this,|Not sure this is the right channel,|Sorry if this was asked before,]",
    "Hi all,",
    "[Heads up,|Small thing:|Odd one:|Bit of a puzzle:]",
    "[Can somebody help me here:|Could use a hand:|Need a sanity check:]",
    "[From {team}:|On behalf of {team}:|Asking for {team}:]",
    "Hey,",
    "[While preparing|Getting ready for|Working on] {occasion}:",
    "[Before I escalate:|Before I dig further:|Before I go mad:]",
    "[Hello,|Hiya,|Afternoon,|Folks,]",
  ],
  tails: [
    "[Any idea?|Any ideas?|Ideas welcome.|Thoughts?]",
    "[Who can look?|Who would know?|Who could take this?|Who should I ask?]",
    "[Happy to|Can] [jump on a call|share the sheet|walk someone through it].",
    "[Needed|Would need it|Ideally sorted] <soon>.",
    "[Not urgent|No rush|Low prio], but [it keeps coming up|it bugs me|I'd like to understand it|<who> asked twice].",
    "[{team} is waiting on this|<who> noticed too|it came up with <who>|<who> will ask me].",
    "[Thanks!|Thanks a lot.|Cheers.|Appreciate it.|Thank you!]",
    "[Is this known?|Known issue?|Anyone else see this?|Has anybody hit this before?|Same for you?]",
    "[It's for|I need it for|This feeds] {occasion}.",
    "[Can you tell me more?|What would you suggest?|What's the best way forward?|How do we proceed?]",
  ],
};

const working: Edge = {
  openers: [
    "[Looked into it:|Had a look.|Checked.|Looking now.|Just checked:|ok so|Right,]",
    "[Found it:|Found something:|Think I have it:|Getting closer:|Getting somewhere:]",
    "[Quick update:|Update:|Short version:|tl;dr|Status:|Where I am:]",
    "[Yeah,|Yep,|Yes,|Hm,|Good catch,|True,|Fair,]",
    "[After some digging:|Dug a bit:|Spent an hour on it:|Went through the logs:]",
    "[Thanks for raising.|Thanks for the ping.|Good question.|Good spot.]",
  ],
  tails: [
    "[Will|I'll] [update here|post again|report back|let you know] <soon>.",
    "[More|Next update|An answer|A proper answer] <soon>.",
    "[Took me a while|Not obvious|Hard to see|Easy to miss] [but there it is|at first|I admit|honestly].",
    "[Sorry about that|Sorry for the noise|Our fault|My bad|Not ideal, I know].",
    "[Started around|Goes back to|First seen around] {since}.",
    "[Shout if|Tell me if|Ping me if|Say so if] [that's not enough|you see otherwise|it looks off|you need it sooner].",
    "[cc|Looping in|Adding|FYI] [{team}|<who>].",
    "[Writing it up|Adding a note to the runbook|Putting it in the log|Noted in {ticket}].",
  ],
};

const ending: Edge = {
  openers: [
    "[Perfect,|Great,|Lovely,|Super,|Nice,|Awesome,|Brilliant,|Excellent,]",
    "[Thanks!|Thank you!|Thanks so much,|Cheers,|Many thanks,|Legend,]",
    "[ok,|Okay,|Right,|Alright,|Good,|Fine,]",
    "[Just checked again:|Re-ran it:|Refreshed:|Looked again:]",
  ],
  tails: [
    "[Thanks again|Much appreciated|Appreciate the help|Thanks, that went quickly|Very helpful].",
    "[Telling|I'll tell|Passing it on to|Forwarding to] <who>.",
    "[Have a good one|Enjoy the evening|Good weekend|Beers on me|I owe you one].",
    "[Good|Fine|All set] for {occasion}[ then| now|].",
  ],
};

const waiting: Edge = {
  openers: [
    "[Hey,|Hi again,|Hello,|Hi,|Morning,]",
    "[Sorry,|Apologies,|Sorry to nag,|Not to push,]",
    "[Honestly,|To be fair,|Realistically,|As of now,]",
    "[ok,|Okay,|Right,|Hm,]",
  ],
  tails: [
    "[<who> asked again|<who> keeps asking|I get asked daily|it came up in {occasion} again].",
    "[Thanks|Thank you|Thanks for your patience|Cheers].",
    "[Let's see|We'll see|Hope that's ok|Sorry it's not more|Not great, I know].",
    "[Ping me|Remind me|Ask again|Poke me] [<later>|if it gets worse|if it's urgent|when you know more].",
  ],
};

const helping: Edge = {
  openers: [
    "[Sure,|Yes,|Right,|Of course,|Good question,|Hi,]",
    "[Just looked:|Had to check:|From memory:|As far as I know:|To add:]",
    "[Thanks for taking it.|Thanks for the quick reply.|Great that you look.]",
  ],
  tails: asking.tails.slice(2, 7),
};

/** Around small talk. */
export const CHAT_EDGE: Edge = {
  openers: [
    "[haha|ha|lol|heh],",
    "[oh nice,|oh no,|ooh,|wow,|aw,|ouch,]",
    "[hey,|hi,|morning all,|folks,|hello,|team,]",
    "[yes,|yep,|sure,|right,|true,|same,]",
    "[honestly,|to be fair,|well,|so,|hm,|ok,]",
    "[from {city}:|speaking for {team}:|as someone from {city}:|{team} here:]",
  ],
  tails: [
    "[love it|made me smile|typical|classic|as always|never boring]",
    "[just saying|my two cents|if you ask me|I guess|no doubt]",
    "[who else?|anyone else?|right?|no?|agree?|you too?]",
    "[it was {weather} all over again|{weather} or not|blame {weather}|thanks to {weather}]",
    "[back to {product} now|now back to {occasion}|must run to {occasion}|more after {occasion}]",
    "[{team} will tell you the same|ask {team}|{team} did that too|like {team} last year]",
  ],
};

const mending: Edge = {
  openers: [
    working.openers[2]!,
    working.openers[3]!,
    working.openers[5]!,
    "[Should be fine now:|Good news:|Done:|Solved:]",
  ],
  tails: working.tails.slice(2).filter((tail) => !tail.includes("{since}")),
};

const pointing: Edge = { openers: working.openers.slice(3), tails: working.tails.slice(5) };

/** What may stand before and after a turn's own line. */
export const TURN_EDGES: Readonly<Partial<Record<Act, Edge>>> = {
  ask: asking,
  tell: { openers: asking.openers.slice(0, 7), tails: working.tails },
  clarify: { openers: working.openers.slice(3), tails: [] },
  answer: helping,
  diagnose: working,
  fix: mending,
  point: pointing,
  confirm: ending,
  park: waiting,
  bump: waiting,
  defer: waiting,
  chime: { openers: working.openers.slice(3, 4), tails: [] },
  close: waiting,
};
