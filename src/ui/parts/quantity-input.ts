import type { ValueType } from '#catalog/property.ts';
import { failure, type Result, success } from '#base/result.ts';

type NumberType = Extract<ValueType, { readonly type: 'integer' | 'number' | 'ratio' }>;

const units: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  s: { ms: 0.001, s: 1, sec: 1, min: 60, m: 60, h: 3600, d: 86_400, day: 86_400, days: 86_400 },
  ms: { ms: 1, s: 1000, sec: 1000, min: 60_000, m: 60_000, h: 3_600_000 },
  bytes: { b: 1, kb: 1000, mb: 1e6, gb: 1e9, tb: 1e12, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30, tib: 2 ** 40 },
  'bytes/s': { b: 1, 'b/s': 1, kb: 1e3, 'kb/s': 1e3, mb: 1e6, 'mb/s': 1e6 },
  'req/s': { '/s': 1, rps: 1, k: 1000, m: 1e6 },
  days: { d: 1, day: 1, days: 1, y: 365, year: 365, years: 365 },
};

/** What was typed into a number field: "5", "1,000", "30 s", "4 days", "8 MiB", "95 %", or the word that may stand for a number. Empty is "not stated". */
export function readQuantity(text: string, type: NumberType): Result<number | string | undefined, string> {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '') return success(undefined);
  const word = type.type === 'ratio' ? undefined : type.word;
  if (word !== undefined && trimmed === word) return success(word);
  const match = /^(-?[\d,]*\.?\d+)\s*(%|[a-z/]+)?$/.exec(trimmed);
  const amount = match ? Number(match[1]?.replaceAll(',', '')) : Number.NaN;
  const suffix = match?.[2] ?? '';
  if (Number.isNaN(amount)) return failure(word === undefined ? 'Type a number.' : `Type a number, or "${word}".`);
  if (type.type === 'ratio') return ratio(amount, suffix);
  const factor = suffix === '' ? 1 : units[type.unit ?? '']?.[suffix];
  if (factor === undefined) return failure(`"${suffix}" is not a unit of this property.`);
  return inRange(amount * factor, type);
}

function ratio(amount: number, suffix: string): Result<number, string> {
  if (suffix !== '' && suffix !== '%') return failure('Type a share, such as 95 %.');
  const value = suffix === '%' || amount > 1 ? amount / 100 : amount;
  return value < 0 || value > 1 ? failure('Type a share from 0 to 100 %.') : success(Number(value.toFixed(8)));
}

function inRange(value: number, { type, min, max }: Exclude<NumberType, { type: 'ratio' }>): Result<number, string> {
  if (type === 'integer' && !Number.isInteger(value)) return failure('Type a whole number.');
  if (min !== undefined && value < min) return failure(`The least is ${min}.`);
  if (max !== undefined && value > max) return failure(`The most is ${max}.`);
  return success(value);
}
