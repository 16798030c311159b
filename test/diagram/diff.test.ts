import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Component, Diagram, Notebook } from '#diagram/diagram.ts';
import { emptyDiagram } from '#diagram/diagram.ts';
import { applyDiff, diffOf, invertDiff, isEmptyDiff, squashDiffs } from '#diagram/diff.ts';
import { namingKey, notebookFields } from '#diagram/notebook.ts';

const values = fc.oneof(fc.boolean(), fc.nat(3), fc.constantFrom('a', '__proto__'), fc.array(fc.nat(2), { maxLength: 2 }), fc.constant(null));
const components: fc.Arbitrary<Diagram['components']> = fc
  .dictionary(fc.constantFrom('a', 'b', 'c.d', 'constructor'), fc.record({ name: fc.constantFrom('x', 'y'), properties: fc.dictionary(fc.constantFrom('p', 'q.r', 'toString'), values) }))
  .map((table) => new Map(Object.entries(table).map(([id, { name, properties }]) => [id, { id, kind: 'service', name, properties } as Component])));
const ids = fc.constantFrom('a', 'b.c', '__proto__', 'toString');
const notebooks: fc.Arbitrary<Notebook> = fc.record(
  {
    scenario: fc.constantFrom('s', 't'),
    captured: fc.uniqueArray(ids),
    api: fc.constantFrom('GET', 'POST'),
    standsFor: fc.dictionary(ids, ids),
    named: fc.uniqueArray(fc.record({ rule: ids, on: ids }, { requiredKeys: ['rule'] }), { selector: namingKey }),
    unknown: fc.dictionary(ids, values),
  },
  { requiredKeys: ['scenario'] },
);
const diagrams: fc.Arbitrary<Diagram> = fc
  .record({ components, title: fc.constantFrom('', 'T'), settings: fc.dictionary(fc.constantFrom('availabilityTarget', 'z'), fc.nat(2)), practice: fc.option(notebooks, { nil: undefined }) })
  .map((parts) => ({ ...emptyDiagram, ...parts }) as Diagram);

const plain = (diagram: Diagram): unknown => ({ ...diagram, components: Object.fromEntries(diagram.components), practice: diagram.practice && notebookFields(diagram.practice) });

test('a difference leads from one diagram to the other, and back', () => {
  fc.assert(
    fc.property(diagrams, diagrams, (before, after) => {
      const diff = diffOf(before, after);
      expect(plain(applyDiff(before, diff))).toEqual(plain(after));
      expect(plain(applyDiff(after, invertDiff(diff)))).toEqual(plain(before));
    }),
  );
});

test('two differences in a row are as good as one', () => {
  fc.assert(
    fc.property(diagrams, diagrams, diagrams, (first, second, third) => {
      const squashed = squashDiffs(diffOf(first, second), diffOf(second, third));
      expect(plain(applyDiff(first, squashed))).toEqual(plain(third));
      expect(plain(applyDiff(third, invertDiff(squashed)))).toEqual(plain(first));
    }),
  );
});

test('there and back again is no difference', () => {
  fc.assert(fc.property(diagrams, diagrams, (before, after) => {
      expect(isEmptyDiff(squashDiffs(diffOf(before, after), diffOf(after, before)))).toBe(true);
    }));
});

test('changes of what somebody else has removed are left out', () => {
  const record = (name: string): Diagram => ({ ...emptyDiagram, components: new Map([['a', { id: 'a', kind: 'service', name, properties: {} }]]) });
  expect(applyDiff(emptyDiagram, diffOf(record('x'), record('y'))).components.size).toBe(0);
});

test('equal values under new objects are no difference', () => {
  const diagram = (): Diagram => ({ ...emptyDiagram, components: new Map([['a', { id: 'a', kind: 'service', name: 'x', position: { x: 1, y: 2 }, properties: { tags: ['a'] } } as Component]]) });
  expect(isEmptyDiff(diffOf(diagram(), diagram()))).toBe(true);
});
