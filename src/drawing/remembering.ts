import type { Id } from '#diagram/diagram.ts';

/** Computes the answer for each record once. */
export function remembering<V>(compute: (id: Id) => V): (id: Id) => V {
  const answers = new Map<Id, V>();
  return (id) => {
    const known = answers.get(id);
    if (known !== undefined || answers.has(id)) return known as V;
    const value = compute(id);
    answers.set(id, value);
    return value;
  };
}
