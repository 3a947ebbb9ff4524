/** Turns of phrase that mean the same in any company: each becomes one word that the classifier can weigh. */

const CUES: Readonly<Record<string, RegExp>> = {
  absent:
    /\b(?:there(?:'s| is| are| seems to be)?|we|they|has|have|had|with|carries|gives?|shows?|holds?) (?:simply |currently |still )?(?:no|nothing|none|not (?:any|a single))\b|\b(?:don'?t|doesn'?t|does not|do not|didn'?t|isn'?t|is not|aren'?t|are not|wasn'?t|never|not|cannot|can'?t) (?:\w+ ){0,2}(?:have|has|exist|stored?|keep|kept|hold|tell|contain|carry|captured?|collect(?:ed)?|included?|recorded|modelled|ingested?|land(?:ed)?|loaded|tracked|available|there|find|see)\b|\b(?:lacks?|lacking|missing|absent|without|vanished|nowhere)\b/gi,
  negated: /\b(?:no|not|never|nothing|none|nobody|nowhere|without|cannot|neither|\w+n['’]?t)\b/gi,
  rather:
    /\b(?:instead of|rather than|as opposed to|finer|down to|one by one|below the|at the level|too (?:coarse|rough|long|high|aggregated)|each (?:one|of)|lumps?|summed|averaged|behind these|not (?:just )?(?:by|per|for each))\b/gi,
  unable:
    /\b(?:can['’]?t|cannot|could ?n['’]?t|unable to|impossible to|no way (?:to|of)|how (?:would|do|can) (?:i|we) (?:find|get|know|see|tell))\b/gi,
  source:
    /\b(?:ingest\w*|onboard\w*|new source|source system|vendor|portal|export|third.party|external|spreadsheet|csvs?|feed|connector|integrat\w*|bring in|brought in|load(?:ed)? (?:in|the)|land(?:ed)?|export|api|crm|tool)\b/gi,
  container:
    /\b(?:a|any|no|which|what|new|the|another) (?:\w+ ){0,2}(?:table|dataset|data set|data source|source|view)s?\b|\bin the (?:warehouse|catalog(?:ue)?|lake)\b|\bdata on\b/gi,
  attribute:
    /\b(?:columns?|fields?|attributes?|flags?|booleans?|propert(?:y|ies)|dimensions?|breakdown)\b|\b(?:is|are|was|were)n'?t (?:in|on|part of) the\b/gi,
  addition:
    /\b(?:add(?:ed|ing)?|includ(?:e|ed)|expos(?:e|ed)|extend|surface[d]?|extra|additional|carry|bring (?:\w+ ){0,2}over|store)\b/gi,
  late:
    /\b(?:late|lag(?:s|ging|ged)?|delay(?:s|ed)?|behind|stale|outdated|out of date|overdue|frozen|stuck|stopped|dead|stalled|hasn'?t (?:\w+ ){0,2}(?:updated|refreshed|run|moved|arrived|landed|loaded)|has not (?:\w+ ){0,2}(?:updated|refreshed|run|arrived|been (?:updated|refreshed|loaded))|not (?:been )?(?:updated|refreshed|arriv\w+)|up to date|yet|still (?:shows?|on|from|not)|no (?:new )?(?:rows?|data) (?:since|after|for)|newest|latest|last (?:load|update|refresh|row|run|record))\b/gi,
  update: /\b(?:refresh\w*|updat\w*|load(?:s|ed)?|sync\w*|cron|job|pipeline|backfill|fresh(?:ness)?|sla|cadence)\b/gi,
  since:
    /\b(?:since|until|as of) (?:\w+ )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|this morning|last|the|\d)|\b\d+ (?:hours?|days?|h|d|weeks?) (?:old|late|ago|behind)\b|\byesterday'?s\b/gi,
  rights:
    /\b(?:access(?:es)?|permissions?|permitted|grant(?:s|ed)?|denied|deny|roles?|rights?|privileges?|unauthori[sz]ed|authori[sz]ed|not allowed|allowed to|locked out|blocked|revoke\w*|read.only|select on|403|unlock|approv\w+|restricted|log ?in|sso|group|entitle\w*|clearance)\b/gi,
  privacy:
    /\b(?:pii|mask(?:ed|ing)?|unmask\w*|gdpr|privacy|personal|sensitive|confidential|salar(?:y|ies)|hash(?:ed)?|data protection|classified)\b/gi,
  two:
    /\b(?:two|three|four|five|several|different|both|either|conflicting|competing) (?:\w+ ){0,2}(?:numbers?|figures?|values?|answers?|definitions?|formulas?|results?|reports?|dashboards?|versions?|margins?)\b|\b(?:vs\.?|versus|disagree\w*|contradict\w*|do(?:n'?t| not) (?:agree|match|tie|reconcile)|never match|discrepan\w*|mismatch|differs?|differently|whereas|one source of truth|which (?:one|of|definition|number|figure|revenue) )/gi,
  meaning:
    /\b(?:defin(?:e|ed|ition|itions|es)|formula|counts? as|counted (?:as|by|on)|count towards|official|glossary|standard|excludes?|excluding|includes?|including|net|gross|before or after|with or without|denominator|mean(?:s|ing)? by|calculat\w+|comput(?:e|ed)|wording|binding|agree(?:d)? on|align)\b/gi,
  teams:
    /\b(?:finance|marketing|sales|ops|product|hr|controlling|growth|legal|crm)\b (?:\w+ ){0,2}(?:says?|has|have|reports?|uses?|counts?|includes?|excludes?|shows?|get)\b|\b(?:ours|theirs|mine|yours)\b/gi,
  twice:
    /\b(?:duplicat\w*|dupes?|twice|two times|doubled?|double.count\w*|dedup\w*|repeated|same (?:id|row|event|file|key)|unique|more than once|several rows)\b/gi,
  broken:
    /\b(?:wrong|garbage|broken|corrupt\w*|invalid|implausible|impossible|negative|nulls?|null rate|blanks?|empty|placeholder|bogus|garbled|truncat\w*|bugs?|errors?|unreliable|dirty|inconsistent|bad|orphan\w*|outliers?|nonsense|do(?:n'?t| not) (?:exist|add up|balance)|future|typo\w*)\b/gi,
  joins: /\b(?:join(?:s|ing|ed)?|match(?:es|ed|ing)?|lookups?|reference|master data|ids?|keys?)\b/gi,
  level:
    /\b(?:grain(?:ed)?|granular(?:ity)?|aggregat\w*|pre.aggregated|disaggregat\w*|rolled up|roll.?up|coarse|finer|level|snapshot|totals? (?:per|by|of)|one (?:row|line) (?:per|a|each)|drill|break (?:\w+ ){0,2}down|individual|single|averages|detail)\b/gi,
  only:
    /\b(?:only|alone|just|merely) (?:\w+ ){0,3}(?:per|by|daily|weekly|monthly|yearly|hourly|days?|weeks?|months?|totals?|level|aggregat\w*)\b|\b(?:daily|weekly|monthly|yearly|quarterly|hourly) (?:\w+ )?(?:totals?|sums?|snapshot|averages?|aggregates?|table|only)\b|\b(?:stored|held|kept|aggregated) (?:by|per|at)\b/gi,
  need:
    /\b(?:need|needs|needed|want|wants|wanted|require[sd]?|ask(?:s|ed)? for|request\w*|would be (?:great|good|helpful))\b/gi,
  asks: /\?|\b(?:who|where|when|why)\b/gi,
  chat:
    /\b(?:lunch|party|meeting|standup|review|congrat\w*|well done|welcome|vacation|holiday|laptop|coffee|office|minutes|agenda|newsletter|training|course|invitation|thanks?|thank you|great|awesome|kudos|shoutout|offsite|happy|deck|slides|link|fyi)\b/gi,
  figure:
    /\b(?:total|sum|average|avg|median|count|number of|how many|how much|top|list|show|plot|trend|share|percentage|rate|compare|growth|distribution|best|largest|max|min)\b/gi,
  period:
    /\b(?:last|past|this|previous) (?:\d+ )?(?:hours?|days?|weeks?|months?|quarters?|years?)\b|\b(?:year|month|quarter) to date\b|\b(?:in|for|since) (?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|20\d\d)\b|\bby (?:day|week|month|quarter|year|hour)\b/gi,
};

/** Words of {@link CUES} in the text, each as often as it is said. */
export function cues(text: string): string {
  return Object.entries(CUES).flatMap(([name, pattern]) => Array.from(text.matchAll(pattern), () => `cue_${name}`))
    .join(" ");
}
