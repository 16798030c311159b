import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

const entities = [{ id: 'order', name: 'Order' }, { id: 'entry', name: 'Entry' }];
const base = 'entity order\nentity entry\nclient user\nservice api\nservice books\ncore-database db\ncore-database other\nuser -> api\nuser -> books\n';
const write = (flows: string, more = 'transactional: true'): string => `{ access: write, dataFlows: [${flows}], ${more} }`;

test.each([
  ['over one connection', `api -> db ${write('order, entry')}`, 'met', []],
  ['over two to one database', `api -> db ${write('order')}\napi -> db ${write('entry')}`, 'met', []],
  ['in two databases', `api -> db ${write('order')}\napi -> other ${write('entry')}`, 'not-met', []],
  ['by two services', `api -> db ${write('order')}\nbooks -> db ${write('entry')}`, 'not-met', []],
  ['without a transaction', `api -> db ${write('order, entry', 'transactional: false')}`, 'not-met', []],
  ['nobody says whether in a transaction', `api -> db ${write('order, entry', 'idempotent: true')}`, 'cannot-tell', ['c3.transactional']],
  ['nobody says what the second write is', `api -> db ${write('order')}\napi -> db { access: write, transactional: true }`, 'cannot-tell', ['c4.dataFlows']],
  ['only one of the two', `api -> db ${write('order')}`, 'not-met', []],
])('one-transaction: %s', (_, text, verdict, fields) => {
  const judgement = judgeFact({ fact: 'one-transaction', entity: 'order', with: 'entry' }, judging(sketch(base + text), entities));
  expect([judgement.verdict, judgement.fields.map(({ record, property }) => `${record}.${property}`)]).toEqual([verdict, fields]);
});
