export { HARD_NEGATIVE_TALK } from "./hard_negative.ts";
export { HARD_NEGATIVE_NOTICES } from "./hard_negative_notices.ts";
export { NEGATIVE_TALK } from "./negative.ts";
export { NEGATIVE_NOTICES } from "./negative_notices.ts";
