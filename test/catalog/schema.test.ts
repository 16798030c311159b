import { describe, expect, test } from 'vitest';
import { kindOf } from '#catalog/kinds.ts';
import type { ValueType } from '#catalog/property.ts';
import { route } from '#catalog/record-values.ts';
import { propertiesSchema, valueSchema } from '#catalog/schema.ts';

const complaint = (type: ValueType, value: unknown): string | undefined => valueSchema(type).safeParse(value).error?.issues[0]?.message;

describe('a value that does not fit is told in words', () => {
  test.each<[string, ValueType, unknown, string | undefined]>([
    ['an option', { type: 'enum', options: ['none', 'fifo-per-group'] }, 'none', undefined],
    ['no option', { type: 'enum', options: ['none', 'fifo-per-group'] }, 'lifo', 'must be one of none, fifo-per-group'],
    ['a number for an option', { type: 'enum', options: ['0', '1'] }, 1, 'must be one of 0, 1'],
    ['a whole number', { type: 'integer', min: 1 }, 3, undefined],
    ['half a number', { type: 'integer', min: 1 }, 2.5, 'must be a whole number'],
    ['text for a whole number', { type: 'integer' }, '5', 'must be a whole number'],
    ['too small', { type: 'integer', min: 1 }, 0, 'must not be below 1'],
    ['too large', { type: 'number', max: 10 }, 11, 'must not be above 10'],
    ['not a number', { type: 'number' }, Number.NaN, 'must be a number'],
    ['infinity', { type: 'number' }, Number.POSITIVE_INFINITY, 'must be a number'],
    ['null', { type: 'number' }, null, 'must be a number'],
    ['the word for a number', { type: 'integer', min: 1, word: 'unlimited' }, 'unlimited', undefined],
    ['another word', { type: 'integer', min: 1, word: 'unlimited' }, 'lots', 'must be a whole number or "unlimited"'],
    ['a number below, where a word would do', { type: 'integer', min: 1, word: 'unlimited' }, 0, 'must not be below 1'],
    ['a share', { type: 'ratio' }, 0.5, undefined],
    ['a share above 1', { type: 'ratio' }, 95, 'must not be above 1'],
    ['a share below 0', { type: 'ratio' }, -0.1, 'must not be below 0'],
    ['a share in words', { type: 'ratio' }, '95 %', 'must be a number from 0 to 1'],
    ['text for yes', { type: 'boolean' }, 'true', 'must be true or false'],
    ['a number for text', { type: 'text' }, 7, 'must be text in quotes'],
    ['empty text', { type: 'text' }, '', undefined],
    ['a reference', { type: 'reference', to: 'component' }, 'db', undefined],
    ['text for a list', { type: 'list', item: { type: 'text' } }, 'a', 'must be a list in square brackets'],
    ['a list with a wrong item', { type: 'list', item: { type: 'text' } }, ['a', 1], 'must be text in quotes'],
    ['text for a route', route, '/api', 'must be an object in curly brackets'],
  ])('%s', (_, type, value, message) => {
    expect(complaint(type, value)).toBe(message);
  });
});

describe('a bag of properties', () => {
  const schema = propertiesSchema(kindOf('queue')?.properties ?? {});

  test('needs nothing and keeps what it does not know', () => {
    expect(schema.parse({})).toEqual({});
    expect(schema.parse({ spin: { deep: [1] }, ordering: 'none' })).toEqual({ spin: { deep: [1] }, ordering: 'none' });
  });

  test('says where it is wrong', () => {
    expect(schema.safeParse({ ordering: 'lifo', durable: 1 }).error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['durable', 'ordering']);
  });

  test.each(['text', 5, null, []])('%j is none', (value) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toBe('must be an object in curly brackets');
  });
});
