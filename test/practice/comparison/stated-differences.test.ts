import { expect, test } from 'vitest';
import { sameValue } from '#base/same-value.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { statedDifferences } from '#practice/comparison/stated-differences.ts';
import { judgedExample } from '#rules/rule-example.ts';
import { rules } from '#rules/rules.ts';

const between = (first: string, second: string): readonly string[] => statedDifferences(sketch(first), sketch(second)).map(({ of, property, values }) => `${of} · ${property}: ${values.join(' | ')}`);

test.each([
  ['the same', 'service api\nqueue work\napi -> work', 'service api\nqueue work\napi -> work', []],
  ['a value more', 'queue work', 'queue work { ordering: fifo }', ['Work · Ordering: not stated | FIFO']],
  ['another value of a connection', 'service api\nqueue work\napi -> work { timeoutMs: 100 }', 'service api\nqueue work\napi -> work { timeoutMs: 200 }', ['The connection from api to work · Timeout: 100 ms | 200 ms']],
  ['a record that only one has is in the picture', 'queue work', 'queue work\nqueue other { ordering: fifo }', []],
  ['a connection between others', 'service api\nqueue a\nqueue b\napi -> a { timeoutMs: 100 }', 'service api\nqueue a\nqueue b\napi -> b { timeoutMs: 200 }', []],
])('%s', (_, first, second, rows) => {
  expect(between(first, second)).toEqual(rows);
});

test.each(rules.map((rule) => [rule.id, rule] as const))('the examples of %s can be told apart by what is seen', (_, rule) => {
  const [bad, good] = [judgedExample(rule, 'bad').diagram, judgedExample(rule, 'good').diagram];
  const drawn = ({ components, connections, boundaries }: Diagram): unknown => [[...components.values()].map(({ kind, name }) => [kind, name]), [...connections.values()].map(({ from, to, label }) => [from, to, label]), [...boundaries.keys()]];
  const isSeen = statedDifferences(bad, good).length > 0 || !sameValue(drawn(bad), drawn(good));
  expect(isSeen).toBe(true);
});
