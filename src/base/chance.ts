/** Seeded chance: the same seed gives the same row of numbers, everywhere. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number;
  /** One of them, each as likely as the others; undefined for an empty list. */
  pick<T>(items: readonly T[]): T | undefined;
  /** The same items in another order. */
  shuffle<T>(items: readonly T[]): readonly T[];
}

/** Chance from a whole number or from a word: mulberry32, a small and well mixed generator, no secret one. */
export function chance(seed: number | string): Chance {
  let state = typeof seed === 'number' ? seed | 0 : hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const shuffle = <T>(items: readonly T[]): readonly T[] => {
    const order = items.map((item) => ({ item, rank: next() }));
    return order.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
  };
  return { next, pick: (items) => items[Math.floor(next() * items.length)], shuffle };
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}
