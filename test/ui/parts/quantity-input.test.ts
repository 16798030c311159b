import { describe, expect, test } from 'vitest';
import { readQuantity } from '#ui/parts/quantity-input.ts';

const seconds = { type: 'number', unit: 's', min: 0, max: 1_209_600 } as const;
const bytes = { type: 'integer', unit: 'bytes' } as const;
const count = { type: 'integer', min: 1, max: 10, word: 'auto' } as const;

describe('what is understood', () => {
  test.each([
    { text: '', type: seconds, value: undefined },
    { text: '30', type: seconds, value: 30 },
    { text: '30 s', type: seconds, value: 30 },
    { text: '4 days', type: seconds, value: 345_600 },
    { text: '250ms', type: seconds, value: 0.25 },
    { text: '1,000', type: seconds, value: 1000 },
    { text: '.5', type: seconds, value: 0.5 },
    { text: '256 KiB', type: bytes, value: 262_144 },
    { text: '1 MB', type: bytes, value: 1_000_000 },
    { text: 'Auto', type: count, value: 'auto' },
    { text: '95 %', type: { type: 'ratio' } as const, value: 0.95 },
    { text: '95', type: { type: 'ratio' } as const, value: 0.95 },
    { text: '0.95', type: { type: 'ratio' } as const, value: 0.95 },
    { text: '99.99%', type: { type: 'ratio' } as const, value: 0.9999 },
  ])('"$text" is $value', ({ text, type, value }) => {
    expect(readQuantity(text, type)).toEqual({ ok: true, value });
  });
});

describe('what is not, and why', () => {
  test.each([
    { text: 'many', type: seconds, error: 'Type a number.' },
    { text: 'many', type: count, error: 'Type a number, or "auto".' },
    { text: '3 bananas', type: seconds, error: '"bananas" is not a unit of this property.' },
    { text: '-1', type: seconds, error: 'The least is 0.' },
    { text: '15 days', type: seconds, error: 'The most is 1209600.' },
    { text: '1.5', type: bytes, error: 'Type a whole number.' },
    { text: '120 %', type: { type: 'ratio' } as const, error: 'Type a share from 0 to 100 %.' },
    { text: '5 s', type: { type: 'ratio' } as const, error: 'Type a share, such as 95 %.' },
    { text: '1-2', type: seconds, error: 'Type a number.' },
  ])('"$text": $error', ({ text, type, error }) => {
    expect(readQuantity(text, type)).toEqual({ ok: false, error });
  });
});
