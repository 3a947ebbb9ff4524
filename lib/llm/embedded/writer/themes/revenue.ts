import type { ThemeBank } from "../scene.ts";

/** Money is not captured, rated, converted or assigned to a line. */
export const revenue: ThemeBank = {
  scenes: [
    {
      head: ["{stream}: [absent from|nowhere in] our reports", "Where do our reports show {stream}?"],
      turns: {
        ask: [
          "[where|in which report] do I [find|see] {stream}? the bank [statement|account] has {amount} for {month}, [we|our pages] [have|show] nothing",
          "{stream} [earned|brought] {amount} in {month} [according to|says] the ledger, {board} [has|shows] [nothing|zero]. was that ever [loaded|taken in]?",
        ],
        alert: ["[ledger|control] check {month}: {stream} {amount} in the books, 0 [in|on] our side"],
        answer: ["[booked|posted] [monthly|once a month], on [one|its own] account, since {since}"],
        diagnose: [
          "the [file|feed] with {stream} was never [connected|loaded], it [exists|has come] since {since}",
          "[never|it was never] [set up|wired], {product} [went live|launched] [without|before] anyone [told|asked] us",
        ],
        fix: [
          "[loaded|connected] {stream} back to {since}, {amount} for {month}, [ties|agrees] with the [books|ledger]",
        ],
      },
    },
    {
      head: ["[Other|'Misc'] keeps growing in {line}", "{share} of {line} sits in '{bucket}'"],
      turns: {
        ask: [
          "{share} of {line} [sits|lands] in '{bucket}', [it was|used to be] {pct}. [what|which items] [fell|go] in there?",
          "[can|could] [someone|somebody] [assign|sort] {coded}? [everything|all of it] [goes|falls] to '{bucket}' [at the moment|since {since}]",
        ],
        alert: ["'{bucket}' [above|over] limit: {share} of {line}, [allowed|limit] {pct}, [mostly|largest] {coded}"],
        answer: ["[mostly|largely] {coded}, {amount} in {month}, [new|started] [since|in] {since}"],
        diagnose: [
          "there is no [entry|line] for {coded} in the [mapping|assignment list], [so|therefore] it all [goes|falls] to the default '{bucket}'",
        ],
        fix: [
          "[mapped|assigned] {coded} to {line}, [restated|re-run] from {since}, '{bucket}' [shrinks|is down] to {pct}",
        ],
        point: [
          "[assignment|mapping] list [is|lives] there, {team} [owns|edits] it, [new|unknown] ones [go|fall] to '{bucket}' until [listed|added]",
        ],
      },
    },
    {
      head: ["[Nothing|No income] earned on {coded}?", "[Rate|Price] missing for {coded}"],
      turns: {
        ask: [
          "[volume|turnover] of {coded} is [up|fine] and {line} from it [reads|is] zero. [no|is there no] rate [behind it|set]?",
          "for {coded} we [book|show] {amount} of volume and [not a cent|no cent] of {line}, [that|which] [can't|cannot] be [right|true]",
        ],
        alert: [
          "{count} {record} [of|with] {coded} [without|lack] a rate, {line} [understated|short] by [about |]{amount}",
        ],
        answer: ["[all of|every] {month}, [earlier|before] it [was|had] [around |]{pct}"],
        diagnose: [
          "[rate|price] [row|entry] for {coded} [ended|expired] on {since}, [no|without a] successor, so [zero|nothing] [is applied|comes out]",
        ],
        fix: ["[rate|price] [entered|restored] from {since}, {line} [rises|is up] by {amount}"],
      },
    },
    {
      head: ["[Variance|Gap] of {amount} between ledger and {board}", "Ledger and {board}: {amount} unexplained"],
      turns: {
        ask: [
          "ledger [says|has] {amount} for {line}, {board} {amount.less}, [over|above] our tolerance of {pct}. [which|what] [part|piece] [is missing|don't we load]?",
          "[tie-out|tying out] {month} fails: {line} is [short|light] by {amount} [against|versus] the [books|ledger], [row counts|volumes] [agree|are equal]",
        ],
        alert: ["[tie-out|ledger check] {month} [red|failed]: {line} {pct} [below|under] the books, tolerance 1%"],
        answer: ["[checked|went through] account by account, [all|everything] but {stream} [ties|agrees]"],
        diagnose: [
          "the books have {stream} and we don't, that's {amount}, [remainder|rest] is rounding",
        ],
        fix: ["[added|loaded] {stream}, variance [down|is] [to|] {pct}, [within|inside] tolerance"],
      },
    },
    {
      head: ["[Foreign|Non-dollar] {record} left out of {line}", "[Currency|Exchange rates] in {line}"],
      turns: {
        ask: [
          "[are|aren't] {record} in [other|foreign] currencies part of {line}? [my sum|the total] [looks|seems] {share} [too low|short] for [Europe|abroad]",
          "[no|there's no] exchange rate [since|after] {since}, so [foreign|non-dollar] {record} [count|enter] as zero, [around |]{amount} [missing|short]",
        ],
        answer: ["[pounds and euros|euros mostly], {count} {record}, [fine|ok] [until|before] {since}"],
        diagnose: [
          "[rate|currency] file [stopped|ended] on {since}, [without|no] rate no [conversion|amount], [silently|and no error]",
        ],
        fix: [
          "[rates|rate file] [reloaded|back], [foreign|all] {record} [converted|valued] again, {line} plus {amount}",
        ],
      },
    },
    {
      head: ["New price since {since}, old price in {board}", "[Price change|New offer] not reflected in {line}"],
      turns: {
        ask: [
          "we [raised|changed] the price on {since}, {line} [behaves|looks] as if [nothing|we never] [happened|did]. [still|is it] the [old|former] price [in there|inside]?",
          "we sell {coded} at a new price since {since}, [our|the] [reports|pages] [value|count] it [at|with] the old one",
        ],
        answer: [
          "[old|it was] {amount}, [new|now] {amount.2}, [invoiced|charged] correctly, [only|just] [reported|shown] wrong",
        ],
        diagnose: [
          "the price list [holds|has] one [entry|price] per [item|offer], [updated|touched] in {month}, [new|the new] one [never|not] [entered|loaded]",
        ],
        fix: ["[new price|price] [loaded|entered] with its date, [{line}|revenue] [restated|recomputed] from {since}"],
      },
    },
    {
      head: ["[Refunds|Clawbacks] without a home", "[Credits|Returns] not deducted from {line}"],
      turns: {
        ask: [
          "[refunded|returned] {record} [lower|reduce] the bank balance and not {line}. [where|in which line] [do|should] they go, {amount} in {month}?",
          "[I see|there is] no line for [refunds|credits] in {board}, [so|and] {line} is [too high|overstated] by [about |]{amount}",
        ],
        answer: ["[finance|{team}] [books|puts] them [against|under] {line}, [a month|one month] later"],
        diagnose: [
          "[type|kind] '[refund|credit]' [isn't|is not] [assigned|mapped] to [any|a] line, [so|hence] [ignored|left aside]",
        ],
        fix: [
          "[assigned|mapped] to {line} [with|as] minus, {month} [drops|is down] {amount}, [same|equal] to the books",
        ],
      },
    },
    {
      head: ["[Leakage|Money left on the table]: {coded}", "Are we paid for {coded}?"],
      turns: {
        ask: [
          "[are we|do we get] paid for {coded} [at all|in full]? {count} {record} in {month}, [I find|there is] [no|not one] [fee|cent] [on|for] them",
          "{pct} of {record} [carry|come with] no [fee|commission] [amount|whatsoever]. [forgotten|not captured] or [free|waived] [on purpose|by design]?",
        ],
        alert: ["{pct} of rows in {table} [lack|came without] {column} [today|this week], [normal|usual] under 1%"],
        answer: ["[only|just] {segment}, [since|from] {since}, [others|the rest] [normal|as ever]"],
        diagnose: [
          "{feed} [sends|delivers] the fee [later|separately] for {segment}, [we|our side] [never|don't] [pick|read] [that|it] up",
        ],
        fix: ["[second|fee] file [read|loaded], {amount} [recovered|added] to {line} [for|in] {month}"],
      },
    },
    {
      head: ["[Money|Income] that no report shows", "[Question|Concern] of {team} about {line}"],
      turns: {
        ask: ["{money_story}", "{money_story}. [can someone|who could] [explain|check] [it|that]?"],
        alert: ["[income|control] monitor[ red|]: {money_story}"],
        answer: ["[the books|ledger] [has|shows] {amount}, [ours|our side] {amount.less}, [for|in] {month}"],
        diagnose: [
          "[that|this] income [isn't|was never] [assigned|connected], [nobody|no one] [told|asked] us when it [started|began] [on|around] {since}",
        ],
        fix: ["[assigned|added] to {line}, {amount} [appears|shows], [tied|agreed] with {team}"],
      },
    },
    {
      head: ["[Annual|Prepaid] {record} as one month's income", "[Spreading|Deferral] of {line} over time"],
      turns: {
        ask: [
          "[annual|yearly] [payments|ones] [land|count] fully in {month}, [finance|{team}] [wants|needs] a twelfth per month. [do we|can we] [split|spread] that?",
          "{line} [jumps|spikes] each {month}, [as|because] [prepaid|yearly] {record} [aren't|are not] [spread|allocated] to [their|the right] months",
        ],
        answer: ["{count} [of them|yearly ones], {amount} [in one go|all at once]"],
        diagnose: [
          "[the|our] [model|load] [recognises|takes] the full amount [on|at] payment, [no|without] [allocation|spreading] [table|rule] [exists|in place]",
        ],
        fix: [
          "[spread|allocated] over twelve months from {since}, {month} [is|reads] {amount.2} [instead of|not] {amount}",
        ],
      },
    },
    {
      head: ["[New category|New code]: which line gets it?", "{coded}: still waiting for an assignment"],
      turns: {
        ask: [
          "we have {coded} since {since}. which line [gets|takes] the income, {line} or '{bucket}'?",
          "[nobody|no one] [decided|said] where {coded} belongs, [meanwhile|so] {amount} [hangs|floats] [between|outside] the lines",
        ],
        answer: ["{team} [says|would say] {line}, [finance|others] [lean|tend] to '{bucket}'"],
        diagnose: [
          "[it's|they are] [unassigned|unlisted], [the|our] [total|sum of lines] is {amount} [short of|below] the income",
        ],
        fix: [
          "{team} [decided|chose] {line}, [assigned|entered] [from|with] {since}, [sum|total] of lines [is|equals] the income",
        ],
      },
    },
    {
      head: ["[Partner|{client}] settlement lower than ours", "{client} pays less than we computed"],
      turns: {
        ask: [
          "{client} [paid|settled] {amount}, [we|I] [compute|get] {amount.more}. [do we|are we] [rate|price] {segment} [too high|wrongly], or do they [hold|keep] something [back|we don't load]?",
          "[settlement|the settlement] of {client} [has|lists] a deduction [we|that we] [never|don't] [see|load], {amount} in {month}",
        ],
        answer: ["[their|the] statement [has|shows] {few} lines, [ours|we have] one [less|fewer]"],
        diagnose: [
          "[their|a] [scheme|handling] fee [isn't|is not] [loaded|captured] [here|at all], {pct} of [volume|the total]",
        ],
        fix: ["[deduction|fee] [captured|loaded] from {since}, [both|the two] sides [at|have] {amount}"],
      },
    },
    {
      head: ["{table}: {record} without any income", "[Empty|Zero] amounts in {table}"],
      turns: {
        ask: [
          "{count} rows in {table} [have|come with] [zero|nothing] where we [should|ought to] earn. [rate|price] not [found|loaded]?",
          "[summing|adding up] {table} for {month} [gives|I get] {amount}, [books|the books] [say|have] {amount.more}. [part of it|some] [isn't|is not] [rated|priced] I [think|guess]",
        ],
        alert: ["{table}: {share} of [yesterday's|{day}'s] rows [unrated|earn zero], [baseline|normal] {pct}"],
        answer: ["[mostly|nearly all] {segment} and {coded}, since {since}"],
        diagnose: [
          "[rate|price] lookup [misses|fails] for {coded}, [falls back|defaults] to zero, {amount} [since|from] {since}",
        ],
        fix: [
          "[lookup|rate] [repaired|fixed], [rows|{count} rows] [re-rated|valued again], {month} [ties|at {amount.2}]",
        ],
      },
    },
    {
      head: ["[Forecast|Budget] of {line}: one piece has no actuals", "No actuals for {stream} in {quarter}"],
      turns: {
        ask: [
          "[the|our] [budget|forecast] has a row for {stream}, the actuals [row|side] is [empty|blank] all {quarter}. [are they|is it] [collected|recorded] [somewhere|at all]?",
          "[we|I] [plan|budgeted] {amount} from {stream} and [have|get] no actuals to compare with. [who|which system] [bills|charges] for it?",
        ],
        answer: ["{feed} [bills|charges] it, [I believe|as far as I know], [never|not once] [saw|seen] a file"],
        diagnose: [
          "[billed|charged] by {feed} on [another|a separate] account that [we|our side] [don't|never] [load|read]",
        ],
        fix: ["[second|that] account [is|gets] [read|loaded], {stream} {amount} for {quarter}"],
      },
    },
  ],
  turns: {
    tell: [
      "[Explanation|Closing note|Summary] for the {amount} that {line} [was short|lacked] in {month}.",
      "Our [figures|reports] [include|contain] {stream} [from|as of] {since}.",
      "[The|Our] [variance|open item] on {line} [from|raised in] {occasion} is [explained|cleared].",
    ],
    clarify: [
      "[which|what] [account|ledger account] [is|do you have] {amount} on, and gross or net of [refunds|deductions]?",
      "[is it all|does it concern all] {record} or [only|just] {coded}? and [since|from] when?",
      "[booked|do you go by booking] date or [happened|event] date? [only|just] to [rule out|exclude] a [timing|cut-off] effect",
      "does {feed} [bill|charge] it, or do we[ ourselves| directly|]?",
    ],
    diagnose: [
      "[the books|finance] [have|has] it on an account that [none of our lines|no report] [reads|looks at]",
      "[went|walked] through {month} line by line, [the rest|everything else] agrees [within a dollar|to the cent]",
      "[the rate card|our price list] [ends|stops] before {coded}, [so nothing is computed|hence zero]",
      "[volume|all volume] is [there|complete], [just|only] the [income|earning] [on|from] {coded} [isn't|never was] [assigned|computed]",
    ],
    answer: ["{amount} in the books, {amount.less} [here|with us], [mostly|largely] {coded}"],
    point: [
      "[the|our] list of streams [says|shows] what is [covered|loaded] and what [isn't|not], with {stream} under '[not yet|excluded]'",
    ],
    confirm: [
      "[ties|agrees] with the books for {month}, [not a dollar off|rest is rounding], [closing {ticket}|thank you]",
      "{line} [shows|has] it now, {amount}, [finance is happy|same as the ledger]",
      "[auditors|finance] [can have it|got the new figure], [variance is gone|settled]",
      "[nothing left under '{bucket}'|every cent has a line] for {month}, [solved|great]",
    ],
    park: [
      "[connecting|loading] {stream} [needs|takes] a [file|contract] from {feed}, <later> [at best|earliest], {ticket}",
    ],
    defer: ["[found|can explain] {amount} of it, [the rest|remainder] [is|stays] [open|unclear] until <later>"],
    close: ["{amount} [stays|remains] [unexplained|unassigned], [booked|we book] [a|by] manual [entry|correction]"],
  },
  stakes: [
    "[That is|We speak of] {amount} a [month|quarter], [about |]{pct} of {line}.",
    "[The auditors|Audit] [will|are going to] [ask|want to see it], and we [close|sign] on {deadline}.",
    "[We have|Finance has] [corrected|booked] it by hand since {month}, which nobody [likes|should do].",
    "[Guidance|Our outlook] for {quarter} [rests|is built] on {line}.",
    "If we really are not paid, that is a [claim|letter] to {client}.",
  ],
  requests: [
    "[Could you|Please] [check|find out] [whether|if] it is [loaded|captured] at all, and [where|in which line] it [should|ought to] go?",
    "[Please|Can you] [assign|map] it [before|by] {deadline} and [restate|re-run] {month}.",
    "[Can we|Could we] [get|have] a [list|monthly list] of what is [not assigned|unassigned|without a line], [by|per] code and amount?",
    "[Who|Which team] [keeps|maintains] the [rates|prices], and [when|how often] [are they|is it] [checked|reviewed]?",
  ],
};
