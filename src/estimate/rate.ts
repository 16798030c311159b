/** A number per second. An upper bound comes from an input that nobody stated and that could only lower it. */
interface KnownAmount {
  readonly value: number;
  readonly certainty: 'known' | 'upper-bound';
}

/** Undefined while an input is missing. */
export type Amount = KnownAmount | undefined;

/** What flows along an arrow or into a component: reads, writes, and what nobody said which of the two it is. */
export interface Rate {
  readonly reads: Amount;
  readonly writes: Amount;
  readonly unclassified: Amount;
}

/** An amount that is certain. */
export const known = (value: number): Amount => ({ value, certainty: 'known' });

const none = known(0);

/** Nothing flows. */
export const noRate: Rate = { reads: none, writes: none, unclassified: none };

/** Nobody knows what flows. */
export const unknownRate: Rate = { reads: undefined, writes: undefined, unclassified: undefined };

export const readsOnly = (reads: Amount): Rate => ({ ...noRate, reads });
export const writesOnly = (writes: Amount): Rate => ({ ...noRate, writes });
export const unclassifiedOnly = (unclassified: Amount): Rate => ({ ...noRate, unclassified });

/** The sum of amounts: unknown with an unknown, an upper bound with an upper bound. */
export const sum = (...amounts: readonly Amount[]): Amount =>
  amounts.reduce((total, amount) => total && amount && { value: total.value + amount.value, certainty: weaker(total, amount) }, none);

/** The sum of rates, part by part. */
export const sumOfRates = (rates: readonly Rate[]): Rate => ({
  reads: sum(...rates.map(({ reads }) => reads)),
  writes: sum(...rates.map(({ writes }) => writes)),
  unclassified: sum(...rates.map(({ unclassified }) => unclassified)),
});

/** All that flows, whatever it does. */
export const total = ({ reads, writes, unclassified }: Rate): Amount => sum(reads, writes, unclassified);

/** A part of a rate with what nobody said whether it belongs to it: an upper bound where there is such. */
export const withUnclassified = (part: Amount, unclassified: Amount): Amount => {
  const all = sum(part, unclassified);
  return all && unclassified && unclassified.value > 0 ? { ...all, certainty: 'upper-bound' } : all;
};

/** A multiple of an amount; unknown where one of the two is. What is bounded by nothing is nothing. */
export function product(amount: Amount, factor: Amount): Amount {
  if (!amount || !factor) return undefined;
  const value = rounded(amount.value * factor.value);
  return value === 0 ? none : { value, certainty: weaker(amount, factor) };
}

/** A multiple of every part of a rate. */
export const scaled = ({ reads, writes, unclassified }: Rate, factor: Amount): Rate => ({
  reads: product(reads, factor),
  writes: product(writes, factor),
  unclassified: product(unclassified, factor),
});

/** The value of an amount that is certain; undefined for bounds and unknowns. */
export const certain = (amount: Amount): number | undefined => (amount?.certainty === 'known' ? amount.value : undefined);

/** Twelve digits: what binary fractions leave behind must not decide at a threshold. */
export const rounded = (value: number): number => Number(value.toPrecision(12));

const weaker = (a: KnownAmount, b: KnownAmount): KnownAmount['certainty'] => (a.certainty === 'known' ? b.certainty : a.certainty);
