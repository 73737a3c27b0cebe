/** Whether a text has a UTF-8 form: no lone surrogate. `String.isWellFormed` is not in the library of ES2023. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
