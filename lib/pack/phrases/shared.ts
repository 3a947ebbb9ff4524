/** What people say whatever the gap is. */

/** Answers in a Slack thread; they say nothing of the class. */
export const replies: readonly string[] = [
  "[same here|same for us] in {team}",
  "+1, {team} [asked|was asked] that [last week|too]",
  "[let me|I'll] have a look [after lunch|before the {meeting}|this afternoon]",
  "thanks, [no rush|take your time], {deadline} is [fine|early enough]",
  "I [put|wrote] it on our list for {deadline}",
  "[not us|not ours], try {team}",
  "[interesting|oh], I [noticed|saw] that around {since} as well",
  "[could|can] you [send|paste] an example, so that {team} can [follow|see] it?",
  "[example|here is one] sent [by mail|to your inbox]",
  "who [else|besides {team}] is [affected|waiting]?",
  "we [talked|spoke] about it in the {meeting}, [no decision|nothing decided] yet",
  "[ok|right], then I [tell|inform] {team} that it takes until {deadline}",
  "it [came up|was mentioned] for {purpose} too, about {few} weeks ago",
  "[ticket|request] is open, {team} [picks|takes] it up [next|this] week",
  "[any news|anything new] here? {purpose} is [close|due {deadline}]",
];

/** What somebody may add to an answer. */
export const additions: readonly string[] = [
  "{team} [knows|would know] more",
  "[let's|we could] [raise|bring up] it in the {meeting}",
  "[worth|it is worth] {amount} to {team}, they say",
  "I need it for {purpose} [too|as well], by {deadline}",
  "[ping|remind] me after {clock} [if|in case] you hear nothing",
  "[since {since}|for {few} weeks] people [ask|write to] me about it, {team} first",
  "{purpose} can [wait|live without it] until {deadline}",
  "[not sure|I doubt] {team} is [aware|in the loop]",
  "[the same|a similar] [thing|question] [came|reached us] from {region} [on|around] {since}",
  "[for now|until then] {team} works [by hand|around it], {few} hours a week",
  "[somebody|one of us] should [tell|warn] {team} before the {meeting}",
  "[last time|in spring] it took {team} {few} days [to sort out|all in all]",
];

/** What somebody may add to small talk. */
export const pleasantries: readonly string[] = [
  "{team} [brings|pays for] the [biscuits|drinks] {deadline}",
  "[ask|see] {team} for [details|the rest], {clock} or later",
  "[more|the rest] in the {meeting}",
  "[greetings|best wishes] from {region}, {few} of us are here until {deadline}",
  "[we|all of us] [count|look] forward to {purpose} [now|next]",
  "{few} [people|colleagues] of {team} [said|say] the same [on|around] {since}",
  "[back|at my desk] at {clock}, [call|write] {team} if it burns",
  "[not|nothing] urgent before {deadline}, {purpose} goes first",
];

/** What may follow a query, as people narrow it down or say what it is for. */
export const narrowings: readonly string[] = [
  ", {region}",
  " ({team})",
  " for {purpose}",
  " for the {meeting}",
  ", [only|just] {region}",
  ", needed by {deadline}",
  ", [please|pls] for {team} in {region}",
  " - {purpose}, {deadline}",
  ", [as a table|as a chart] for {team}",
  ", [like|same as] {board}",
  ", first {few} [only|rows]",
  " [to compare|comparing] with {board}",
  ", {team} asked [on|around] {since}",
];

/** The last lines of an e-mail. */
export const endings: readonly string[] = [
  "[Could|Would] you let me know by {deadline}?",
  "{team} is [glad|happy] to help with [examples|details].",
  "I am [in the office|reachable] until {clock} [today|tomorrow].",
  "[Thank you|Thanks] in advance.",
  "It [touches|concerns] {purpose}, so {team} is [watching|waiting].",
  "[Shall|Should] we [talk about|discuss] it in the {meeting}?",
  "[No|There is no] hurry before {deadline}.",
  "",
];

export const greetings: readonly string[] = ["Hello,", "Hello all,", "Good morning,", "Dear colleagues,", "Hi,"];

/** An e-mail that answers. */
export const answers: readonly string[] = [
  "[thank you|thanks] for writing. {team} [looks into it|will look] and [answers|comes back] by {deadline}.",
  "[understood|noted]. I [forwarded|passed] it to {team}, who [decide|plan] such things in the {meeting}.",
  "[I agree|agreed], this [came up|was raised] before, around {since}. [Let us|We] discuss it in the {meeting}.",
  "[could|would] you add what it is worth to {team}? Then I can [weigh|place] it against {purpose}.",
  "{team} is [busy|tied up] with {purpose} until {deadline}. After that it is [first|next] in line.",
  "[good point|fair point]. I have [no answer|nothing to offer] today, please ask {team} again after {deadline}.",
];

/** Values of the slots that belong to the moment rather than to the gap. */
export const moments: Readonly<Record<string, readonly string[]>> = {
  team: [
    "pricing",
    "the growth squad",
    "treasury",
    "regional sales",
    "the planning desk",
    "customer care",
    "the app team",
    "procurement",
    "controlling",
    "the fraud desk",
    "the data science group",
    "store operations",
    "brand",
    "the checkout squad",
    "internal audit",
    "category management",
  ],
  board: [
    "the morning board",
    "the board pack",
    "the country dashboard",
    "the ops wall",
    "the weekly scorecard",
    "the funnel page",
    "the finance cube",
    "the regional report",
    "the margin view",
    "the service monitor",
  ],
  purpose: [
    "the spring forecast",
    "the pricing pilot",
    "the annual audit",
    "the loyalty relaunch",
    "the carrier tender",
    "the churn model",
    "the investor update",
    "the capacity plan",
    "the assortment review",
    "the tax filing",
    "the bonus run",
    "the delivery promise test",
    "the fraud back-test",
    "the media plan",
  ],
  meeting: [
    "Monday review",
    "steering committee",
    "quarterly review",
    "trading call",
    "board meeting",
    "planning round",
    "weekly stand-up",
    "budget talk",
  ],
  deadline: [
    "Friday",
    "the end of the month",
    "Thursday noon",
    "next Tuesday",
    "the 15th",
    "the quarter's end",
    "tomorrow evening",
    "the end of next week",
  ],
  period: [
    "last week",
    "last month",
    "this quarter",
    "year to date",
    "the last 30 days",
    "the last 12 weeks",
    "yesterday",
    "since January",
    "this year",
    "last summer",
  ],
  since: ["Monday", "Tuesday", "last Thursday", "the 3rd", "the 9th", "the weekend", "the 12th", "Sunday night"],
  clock: ["7 am", "8:30", "9 o'clock", "noon", "3 pm", "half past four"],
  region: ["Germany", "the north", "France", "the Nordics", "big cities", "the south-west", "Spain", "all countries"],
  few: ["two", "three", "four", "five", "six", "seven"],
  pct: ["2 %", "3.5 %", "5 %", "8 %", "11 %", "17 %", "a fifth", "a third"],
  amount: ["12k", "30k", "45,000", "80k", "110,000", "a quarter of a million"],
};
