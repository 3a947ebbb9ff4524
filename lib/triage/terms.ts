/** Words that the prefilter counts. Each stands for itself and its usual endings (`-s`, `-es`, `-ed`, `-ing`). */

/** What people say when they speak of data; each alone proves little, several together do. */
export const DATA_TERMS: readonly string[] = [
  "adjust aggregate amount analytic attribution backfill backlog baseline batch blank board book",
  "breakdown bucket campaign category charge chart churn close cohort column complete consent",
  "conversion count coverage csv currency cut cutoff dashboard data dataset dbt deck dedup dedupe",
  "definition delay denominator dimension discrepancy distinct double drill drop dupe duplicate",
  "empty enum erasure event exist export extract fee feed field figure file filter formula fresh",
  "freshness frozen funnel gap gmv grain grant gross historical history hourly id identity ids",
  "ingest interchange invoice join key kpi lag late ledger legacy list load login lookup loss map",
  "mart mask match metric mismatch missing model monthly net nightly nobody null number numerator",
  "orphan overnight overwritten pack parent partition payout percent permission pii pipeline",
  "populate population processor quarter query rate raw reconcile reconciliation record refer",
  "referrer refresh refund replay report rerun restate restatement restricted revenue rollup row",
  "schema screen script segment select settlement sheet shown snapshot source spend split",
  "spreadsheet sql stale stamp statement step store sum sync table tag test tie tile timestamp",
  "timezone total trace track transform twice unallocated unattributed undercount understate unique",
  "unknown unmapped unpaid upstream utc utm value variance view visibility visible volume warehouse",
  "watermark weekly written zero",
].flatMap((line) => line.split(" "));

/** What near matches are about: the vocabulary of data, said of something else, comes with these. */
export const OTHER_TERMS: readonly string[] = [
  "agenda applicant attendee badge birthday booking breakfast cake calendar candidate canteen car",
  "catering chair coffee conference congrats congratulations desk dinner dog doorbell elevator",
  "endpoint expo floor fridge gym handover headset hire hiring holiday interview invite keynote",
  "kitchen kudos laptop latency lunch meeting meetup mentor microphone monitor newsletter offsite",
  "onboarding parcel parking party passport pizza plants podcast poster printer projector quiz",
  "reception recruit recruiter recruiting room rsvp seat seating slot snack soup stairs sticker",
  "swag talk team-building ticket train training travel tshirt vacation van venue visitor volunteer",
  "webcast webinar wifi workshop zoom",
].flatMap((line) => line.split(" "));
