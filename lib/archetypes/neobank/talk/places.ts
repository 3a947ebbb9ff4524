/** Where people write: channels and mailing lists (domain reference 3.3). */
import type { Talk } from "../../../contracts/talk.ts";

export const channels: Talk["channels"] = [
  { id: "data-platform", bucket: "platform" },
  { id: "data-pipelines", bucket: "platform" },
  { id: "data-incidents", bucket: "platform" },
  { id: "warehouse-help", bucket: "platform" },
  { id: "eng-platform", bucket: "platform" },
  { id: "data-help", bucket: "analytics" },
  { id: "analytics-requests", bucket: "analytics" },
  { id: "bi-support", bucket: "analytics" },
  { id: "metrics-council", bucket: "analytics" },
  { id: "experimentation", bucket: "analytics" },
  { id: "payments-ops", bucket: "domain" },
  { id: "growth", bucket: "domain" },
  { id: "finance-data", bucket: "domain" },
  { id: "card-program", bucket: "domain" },
];

export const lists: Talk["lists"] = [
  { id: "data-platform-announce", bucket: "platform" },
  { id: "warehouse-users", bucket: "platform" },
  { id: "analytics-weekly", bucket: "analytics" },
  { id: "metrics-owners", bucket: "analytics" },
  { id: "finance-close", bucket: "domain" },
  { id: "partner-ops", bucket: "domain" },
];
