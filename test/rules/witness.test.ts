import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { witnessStops } from '#rules/witness.ts';

const diagram = sketch('service a\nservice b\nservice c\na -> b -> c');

test.each<readonly [string, readonly string[], readonly (readonly [string, boolean])[]]>([
  ['a path', ['a', 'c1', 'b', 'c2', 'c'], [['a', false], ['b', true], ['c', true]]],
  ['without its connections', ['a', 'b'], [['a', false], ['b', true]]],
  ['two that are not joined', ['a', 'c'], [['a', false], ['c', false]]],
  ['a connection alone', ['c1'], [['c1', false]]],
  ['what is gone', ['a', 'x'], [['a', false]]],
])('%s', (_, witness, stops) => {
  expect(witnessStops(diagram, { witness }).map(({ id, isNext }) => [id, isNext])).toEqual(stops);
});
