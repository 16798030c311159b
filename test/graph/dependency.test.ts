import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { clientDependencies } from '#graph/dependency.ts';
import { graphOf } from '#graph/graph.ts';

const certainOf = (text: string) => {
  const [first] = clientDependencies(graphOf(sketch(text)));
  if (!first) throw new Error('A client is drawn.');
  return first.certain;
};

const through = 'client web\nload-balancer lb\napi-gateway gw\nservice api\ncore-database db\n';

test('what lies on the only way is needed, a proxy too', () => {
  const { reaches, needs } = certainOf(`${through}web -> lb -> api -> db`);
  expect(['lb', 'api', 'db', 'gw'].map(reaches)).toEqual([true, true, true, false]);
  expect(['lb', 'api', 'gw'].map((gate) => needs(gate, 'db'))).toEqual([true, true, false]);
});

test('a proxy is needed that is reached in two ways', () => {
  const { needs } = certainOf(`${through}web -> lb\nweb -> gw -> lb\nlb -> api -> db`);
  expect(['lb', 'gw'].map((gate) => needs(gate, 'db'))).toEqual([true, false]);
});

test('a proxy is not needed where another way leads past it', () => {
  const { needs } = certainOf(`${through}web -> lb -> api -> db\nweb -> gw -> api`);
  expect(['lb', 'gw', 'api'].map((gate) => needs(gate, 'db'))).toEqual([false, false, true]);
});

test('nothing is needed for what is out of reach', () => {
  const { needs } = certainOf(`${through}web -> lb -> api`);
  expect(['lb', 'api'].map((gate) => needs(gate, 'db'))).toEqual([false, false]);
});
