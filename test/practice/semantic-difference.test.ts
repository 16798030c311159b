import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { putRecord } from '#diagram/edits.ts';
import { sketch } from '#diagram/sketch.ts';
import { semanticDifference } from '#practice/semantic-difference.ts';
import { reference, references } from '../support/references.ts';
import { renamedIds, shuffled } from '../support/same-diagram.ts';

/** The same design by another hand: other ids, names, places, and order. */
function byAnotherHand(diagram: Diagram, draw: fc.GeneratorValue): Diagram {
  const mixed = renamedIds(shuffled(diagram, draw), (id) => `x${draw(fc.integer, { min: 100, max: 999 })}-${id}`.replace(/^x\d+/, `x${[...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 977, 7)}`));
  const components = [...mixed.components.values()].map((component, index) => ({ ...component, name: `Thing ${index}`, position: { x: index * 40, y: 7 } }));
  return { ...mixed, components: new Map(components.map((component) => [component.id, component])) };
}

test.each(references)('%s does not differ from the same design by another hand', (name) => {
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const design = reference(name);
      expect(semanticDifference(byAnotherHand(design, draw), design)).toEqual([]);
    }),
    { numRuns: 3 },
  );
});

const orders = `
client web
service shop
core-database db "Orders" { isolationLevel: serializable }
queue mails "Mails"
worker mailer
external-system provider
entity order
entity mail
web -> shop { access: write, dataFlows: [order] }
shop -> db { access: write, dataFlows: [order], conditionalWrite: true }
shop -> mails { interaction: publish, dataFlows: [mail] }
mails -> mailer { dataFlows: [mail] }
mailer -> provider { access: write, dataFlows: [mail] }`;

const without = (text: string, ...words: readonly string[]): string => text.split('\n').filter((line) => !words.some((word) => line.includes(word))).join('\n');

test.each([
  ['a component that is missing', without(orders, 'provider'), 'component reference: The other design has an external system provider beside mailer; yours has nothing in its place.'],
  ['a component too many', `${orders}\ndistributed-cache cache "Sessions"\nshop -> cache { access: read }`, 'component yours: You have a distributed cache Sessions beside shop; the other design does without.'],
  ['a connection that is missing', without(orders, 'shop -> mails'), 'connection reference: shop does not publish to Mails (mail); in the other it does.'],
  ['a connection too many', `${orders}\nmailer -> db { access: read, dataFlows: [order] }`, 'connection yours: In the other mailer does not read from Orders (order); in yours it does.'],
  ['data that is not carried', orders.replace('mails -> mailer { dataFlows: [mail] }', 'mails -> mailer'), 'connection reference: Mails → mailer carries mail in the other; yours does not say what it carries.'],
  ['a property that differs', orders.replace('serializable', 'read-committed'), 'property both: Orders: isolation level is serializable in the other, read committed in yours.'],
  ['a property that is open', orders.replace(', conditionalWrite: true', ''), 'property reference: The connection from shop to Orders: conditional write is yes in the other, not stated in yours.'],
])('%s is told', (_, text, told) => {
  const differences = semanticDifference(sketch(text), sketch(orders)).map(({ group, side, text: words }) => `${group} ${side}: ${words}`);
  expect(differences).toEqual([told]);
});

test('records of both sides are named, and what a check asks for comes first', () => {
  const yours = sketch(orders.replace('serializable', 'read-committed').replace('conditionalWrite: true', 'conditionalWrite: false'));
  const [first, second] = semanticDifference(putRecord(yours, 'notes', { id: 'n', text: 'Nothing', properties: {} }), sketch(orders), { asked: ['conditionalWrite'] });
  expect([first?.yours, first?.reference, second?.yours]).toEqual([['c2'], ['c2'], ['db']]);
});

test('an entity under a word that people use for it is the same', () => {
  const yours = sketch(orders.replaceAll('order]', 'purchase]').replace('entity order', 'entity purchase'));
  expect(semanticDifference(yours, sketch(orders), { entities: [{ id: 'order', name: 'Order', alsoCalled: ['Purchases'] }] })).toEqual([]);
});
