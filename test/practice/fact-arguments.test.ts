import { expect, test } from 'vitest';
import { argumentsOf } from '#practice/fact-arguments.ts';
import { factDefinitions } from '#practice/facts.ts';

const words = (word: string): string[] | undefined => argumentsOf(word)?.map(({ name, type, isOptional, options }) => [name, isOptional ? 'optional' : '', type, ...options].filter(Boolean).join(' '));

test.each([
  ['has', ['of selector', 'atLeast optional number']],
  ['connection', ['from selector', 'to selector', 'where optional conditions', 'carries optional entity', 'atLeast optional number']],
  ['before', ['entity entity', 'first entity']],
  ['hops', ['entity entity', 'access choice read write', 'atMost number']],
  ['guarded', ['entity entity', 'by selector', 'lockRequired optional boolean']],
  ['not-from', ['entity entity', 'kind kind', 'where optional conditions']],
  ['entity', ['entity entity', 'where conditions']],
  ['silent', ['rules json', 'statedOnly optional boolean']],
  ['no-errors', []],
  ['all', undefined],
])('%s', (word, expected) => expect(words(word)).toEqual(expected));

test('text is needed for lists only', () => {
  const needed = factDefinitions.flatMap(({ name }) => (argumentsOf(name) ?? []).filter(({ type }) => type === 'json').map((argument) => `${name}.${argument.name}`));
  expect(needed).toEqual(['leads-to.of', 'silent.rules', 'together.entities']);
});
