/** Something typed or named that cannot be used: where, what, and what to do, in both languages. */
export class InputError extends Error {
  constructor(
    readonly where: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${where}：${zh}\n${where}: ${en}`);
  }
}
