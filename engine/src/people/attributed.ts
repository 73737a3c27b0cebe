import type { Post } from "./post.js";

/** A name found with the posts in front of it. */
export interface Attributed {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly posts: readonly Post[];
}
