/** Words that the prefilter counts. Each stands for itself and its usual endings (`-s`, `-es`, `-ed`, `-ing`). */

/** What is said of data and hardly of anything else. */
export const DATA_TERMS: readonly string[] = [
  ..."aggregate amount analytic attribution backfill backlog baseline batch board book breakdown bucket campaign".split(
    " ",
  ),
  ..."category chart churn close cohort column complete consent conversion count coverage csv currency cutoff".split(
    " ",
  ),
  ..."dashboard data dataset dbt deck dedupe dedup definition delay denominator dimension discrepancy distinct".split(
    " ",
  ),
  ..."double drill drop duplicate dupe enum erasure event export extract feed fee field figure file filter formula"
    .split(
      " ",
    ),
  ..."fresh freshness frozen funnel gap gmv grain grant gross historical history id ids ingest interchange".split(" "),
  ..."invoice join key kpi lag late ledger legacy load lookup loss map mart mask match metric mismatch missing".split(
    " ",
  ),
  ..."model monthly net null number numerator orphan overnight parent partition payout percent permission pii".split(
    " ",
  ),
  ..."pipeline populate population query quarter rate raw reconcile reconciliation record refer referrer refresh".split(
    " ",
  ),
  ..."refund replay report restate restatement restricted revenue rollup row schema segment select snapshot source"
    .split(
      " ",
    ),
  ..."spreadsheet sql stale stamp statement step store sum sync table tag tie tile timestamp timezone total track"
    .split(
      " ",
    ),
  ..."transform twice unallocated unattributed undercount understate unique unknown unmapped upstream utc utm".split(
    " ",
  ),
  ..."value variance view visible visibility warehouse watermark weekly zero".split(" "),
];

/** What near matches are about: the vocabulary of data, said of something else, comes with these. */
export const OTHER_TERMS: readonly string[] = [
  ..."agenda applicant attendee badge birthday booking breakfast calendar candidate cake canteen catering chair".split(
    " ",
  ),
  ..."coffee conference congrats congratulations desk dinner doorbell elevator endpoint expo fridge gym headset".split(
    " ",
  ),
  ..."hire hiring holiday interview invite keynote kudos laptop latency lunch meeting meetup mentor microphone".split(
    " ",
  ),
  ..."monitor newsletter offsite onboarding parcel parking party passport podcast poster printer projector quiz".split(
    " ",
  ),
  ..."recruit recruiter recruiting room rsvp seat seating slot snack sticker swag talk team-building ticket train"
    .split(
      " ",
    ),
  ..."training travel tshirt vacation venue visitor volunteer webcast webinar wifi workshop zoom".split(" "),
];
