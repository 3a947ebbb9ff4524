import type { Question } from "../../../../contracts/talk.ts";

/** A question, without the theme that its file stands for. */
export type Asked = Omit<Question, "theme">;
