/** Binds a value to a statement and gives what stands for it there: `$3::uuid[]`. */
export type Bind = (value: unknown, type: string) => string;

/** Collects the values of a statement; `first` are those that its text names already, as $1, $2 and so on. */
export function binder(...first: readonly unknown[]): { readonly values: unknown[]; readonly bind: Bind } {
  const values = [...first];
  return { values, bind: bindTo(values) };
}

/** Binds further values behind those of a list. */
export function bindTo(values: unknown[]): Bind {
  return (value, type) => `$${values.push(value)}::${type}`;
}
