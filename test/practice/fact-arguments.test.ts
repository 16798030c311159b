import { describe, expect, test } from 'vitest';
import { argumentsOf, entitiesNamed } from '#practice/fact-arguments.ts';
import { type Fact, factDefinitions } from '#practice/facts.ts';

const words = (word: string): string[] | undefined => argumentsOf(word)?.map(({ name, type, isOptional, options }) => [name, isOptional ? 'optional' : '', type, ...options].filter(Boolean).join(' '));

test.each([
  ['has', ['of selector', 'atLeast optional number']],
  ['connection', ['from selector', 'to selector', 'where optional conditions', 'carries optional entity', 'atLeast optional number']],
  ['before', ['entity entity', 'first entity']],
  ['hops', ['entity entity', 'access choice read write', 'atMost number']],
  ['guarded', ['entity entity', 'by selector', 'lockRequired optional boolean']],
  ['not-from', ['entity entity', 'kind kind', 'where optional conditions']],
  ['entity', ['entity entity', 'where conditions']],
  ['together', ['entities entities', 'oneTransaction optional boolean']],
  ['silent', ['rules lines', 'statedOnly optional boolean']],
  ['leads-to', ['of json', 'carries optional entity']],
  ['no-errors', []],
  ['all', undefined],
])('%s', (word, expected) => expect(words(word)).toEqual(expected));

test('text is needed for a list of selectors only', () => {
  const needed = factDefinitions.flatMap(({ name }) => (argumentsOf(name) ?? []).filter(({ type }) => type === 'json').map((argument) => `${name}.${argument.name}`));
  expect(needed).toEqual(['leads-to.of']);
});

describe('entities that facts name', () => {
  test.each<[string, Fact, string[]]>([
    ['under its own name', { fact: 'conditional', entity: 'order' }, ['entity order']],
    ['under another name', { fact: 'before', entity: 'order', first: 'quota' }, ['entity order', 'first quota']],
    ['as where it comes from', { fact: 'derived', entity: 'total', from: 'click' }, ['entity total', 'from click']],
    ['as what handling it', { fact: 'cached', entity: 'page', hitRatio: 0.8, handling: 'order' }, ['entity page', 'handling order']],
    ['as what may pass', { fact: 'off-path', of: { kind: 'search-database' }, carries: 'order', butFor: 'page' }, ['carries order', 'butFor page']],
    ['in a list', { fact: 'together', entities: ['order', 'stock'] }, ['entities.0 order', 'entities.1 stock']],
    ['inside others', { fact: 'all', of: [{ fact: 'no-errors' }, { fact: 'not', of: { fact: 'any', of: [{ fact: 'async', entity: 'mail' }] } }] }, ['of.1.of.of.0.entity mail']],
    ['where "from" is a sort of component', { fact: 'connection', from: { kind: 'service' }, to: { kind: 'queue' }, carries: 'mail' }, ['carries mail']],
    ['nowhere', { fact: 'no-errors' }, []],
  ])('%s', (_, fact, expected) => expect(entitiesNamed(fact).map(({ path, name }) => `${path.join('.')} ${name}`)).toEqual(expected));
});
