import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { matchedEntities } from '#practice/interview/matched-entities.ts';
import { openEnds } from '#practice/interview/open-ends.ts';

const named = (text: string) => {
  const { uncarried, unsaid, alone } = openEnds(sketch(text));
  return { uncarried: uncarried.map(({ id }) => id), unsaid: unsaid.map(({ from, to }) => `${from} ${to}`), alone };
};

test.each([
  ['an empty drawing', '', { uncarried: [], unsaid: [], alone: [] }],
  ['a component alone', 'service a\nservice b\nservice c\na -> b', { uncarried: [], unsaid: [], alone: ['c'] }],
  ['nothing to carry is nothing left unsaid', 'service a\nservice b\na -> b', { uncarried: [], unsaid: [], alone: [] }],
  ['an entity that nothing carries', 'entity link\nentity click\nservice a\nservice b\nservice c\na -> b { dataFlows: [link] }\nb -> c', { uncarried: ['click'], unsaid: ['b c'], alone: [] }],
  ['saying that nothing is carried is said', 'entity link\nservice a\nservice b\na -> b { dataFlows: [] }', { uncarried: ['link'], unsaid: [], alone: [] }],
])('%s', (_, text, expected) => expect(named(text)).toEqual(expected));

const scenario = {
  entities: [
    { id: 'link', name: 'Link', alsoCalled: ['short url'], about: '' },
    { id: 'click', name: 'Click', about: '' },
  ],
};

test.each([
  ['nobody stands for anything', '', {}, {}],
  ['by its other name, in whatever spelling', 'entity e1 "Short URLs"', {}, { link: 'e1' }],
  ['by choice, before names', 'entity e1 "Link"\nentity e2 "Mapping"', { link: 'e2' }, { link: 'e2' }],
  ['a choice that is gone counts for nothing', 'entity e1 "Clicks"', { link: 'e9' }, { click: 'e1' }],
])('%s', (_, text, standsFor, expected) =>
  expect(Object.fromEntries(matchedEntities(scenario, { ...sketch(text), practice: { scenario: 'x', standsFor } }))).toEqual(expected));
