/** The embedded writer: puts a plan of `gen-comms` into words, offline, the same words every time. */
export { writeEmail } from "./email.ts";
export { writeQuery } from "./query.ts";
export { writeThread } from "./thread.ts";
