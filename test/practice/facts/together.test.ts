import { describe, expect, test } from 'vitest';
import { judged } from '../../support/judged.ts';

const drawn = `
client app
service shop
service store
core-database db
core-database table
external-system bank
entity order
entity stock
entity payment
app -> shop { interaction: request }
shop -> store { interaction: request }
`;

describe('together', () => {
  const apart = 'shop -> db { access: write, dataFlows: [order] }\nstore -> table { access: write, dataFlows: [stock] }';
  test.each([
    ['one write of both, in a transaction', 'shop -> db { access: write, transactional: true, dataFlows: [order, stock] }', 'met'],
    ['two writes of one transaction', 'shop -> db { access: write, transactional: true, dataFlows: [order] }\nshop -> db { access: write, transactional: true, dataFlows: [stock] }', 'met'],
    ['two transactions', 'shop -> db { access: write, transactional: true, transactionId: a, dataFlows: [order] }\nshop -> db { access: write, transactional: true, transactionId: b, dataFlows: [stock] }', 'not-met'],
    ['no transaction', 'shop -> db { access: write, transactional: false, dataFlows: [order, stock] }', 'not-met'],
    ['nobody says whether it is one', 'shop -> db as w { access: write, dataFlows: [order, stock] }', 'cannot-tell w.transactional'],
    ['nobody says what is written', 'shop -> db as w { access: write, transactional: true }', 'cannot-tell w.dataFlows'],
    ['two stores and a saga', `set shop { consistencyPattern: saga }\n${apart}`, 'met'],
    ['two stores and nothing', `set shop, store { consistencyPattern: none }\n${apart}`, 'not-met'],
    ['two stores, and nobody says what holds them together', apart, 'cannot-tell shop.consistencyPattern store.consistencyPattern'],
    ['one of them is never written', 'set shop { consistencyPattern: saga }\nshop -> db { access: write, transactional: true, dataFlows: [order] }', 'not-met'],
  ])('%s', (_, text, expected) => {
    expect(judged({ fact: 'together', entities: ['order', 'stock'] }, drawn + text)).toBe(expected);
  });
});

describe('together, in one transaction', () => {
  const declared = 'set shop { consistencyPattern: saga }\n';
  test.each([
    ['two writes of one component to one database', 'shop -> db { access: write, transactional: true, dataFlows: [order] }\nshop -> db { access: write, transactional: true, dataFlows: [stock] }', 'met'],
    ['a saga over two databases', `${declared}shop -> db { access: write, transactional: true, dataFlows: [order] }\nshop -> table { access: write, transactional: true, dataFlows: [stock] }`, 'not-met'],
    ['a saga of two services', `${declared}shop -> db { access: write, transactional: true, dataFlows: [order] }\nstore -> db { access: write, transactional: true, dataFlows: [stock] }`, 'not-met'],
    ['nobody says what the second write is', 'shop -> db { access: write, transactional: true, dataFlows: [order] }\nshop -> db as w { access: write, transactional: true }', 'cannot-tell w.dataFlows'],
  ])('%s', (_, text, expected) => {
    expect(judged({ fact: 'together', entities: ['order', 'stock'], oneTransaction: true }, drawn + text)).toBe(expected);
  });
});

describe('off-path, but for', () => {
  test.each([
    ['a call for the one alone', 'shop -> bank { access: write, dataFlows: [order] }', 'not-met'],
    ['a call for the other too', 'shop -> bank { access: write, dataFlows: [order, payment] }', 'met'],
    ['nobody says what it is for', 'shop -> bank as x { access: write }', 'cannot-tell x.dataFlows'],
  ])('%s', (_, text, expected) => {
    expect(judged({ fact: 'off-path', of: { kind: 'external-system' }, carries: 'order', butFor: 'payment' }, drawn + text)).toBe(expected);
  });
});
