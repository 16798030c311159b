import { strongDataFromCache } from '#rules/cache/strong-data-from-cache.ts';
import { testRule } from '../../support/test-rule.ts';

const entities = 'entity stock "Stock" { consistencyNeed: strong }\nentity text "Texts" { consistencyNeed: eventual }';
const shop = (read = '', more = '', cache = '', flows = 'dataFlows: [stock]'): string =>
  `${entities}\nservice shop "Shop"\nservice desk\ncore-database db\ndistributed-cache cache "Hot" { ${cache} }\nshop -> cache as read { interaction: request, access: read, ${flows} ${read} }\n${more}`;
const write = (from: string, values = '', flows = 'dataFlows: [stock]', access = 'access: write'): string => `${from} -> db { ${access} ${access && ','} ${flows} ${flows && ','} ${values} }`;

testRule(strongDataFromCache, {
  fires: [
    { when: 'stock is checked in the cache only', sketch: shop(), primary: 'read', severity: 'warning', message: 'Shop decides on Stock from Hot, which may be out of date.', related: ['shop', 'cache'], fixes: [] },
    { when: 'the connection says so itself', sketch: shop(', consistencyRequirement: strong', '', '', 'dataFlows: [text]'), message: /decides on data that must be fresh from/ },
    { when: 'it also writes there', sketch: shop().replace('access: read,', 'access: read-write,') },
    { when: 'the reader writes without a check', sketch: shop('', write('shop')) },
    { when: 'a transaction of the reader is no check of its own', sketch: shop('', write('shop', 'transactional: true')) },
    { when: 'the reader checks other data', sketch: shop('', write('shop', 'conditionalWrite: true', 'dataFlows: [text]')) },
    { when: 'what the reader checks is open', sketch: shop('', write('shop', 'conditionalWrite: true', '')) },
    { when: 'another writer does not check', sketch: shop('', write('desk')) },
    { when: 'one of two other writers does not check', sketch: shop('', `worker job\n${write('desk', 'conditionalWrite: true')}\n${write('job')}`) },
    { when: 'what else the reader writes is open', sketch: shop('', `${write('desk', 'conditionalWrite: true')}\n${write('shop', '', '')}`) },
    { when: 'the only check is in the cache itself', sketch: shop('', 'desk -> cache { interaction: request, access: write, conditionalWrite: true, dataFlows: [stock] }') },
    { when: 'it is written through, and entries only expire', sketch: shop('', '', 'writeStrategy: write-through, invalidationStrategy: [ttl]') },
    { when: 'entries go on a write, which goes around', sketch: shop('', '', 'writeStrategy: write-around, invalidationStrategy: [delete-on-write]') },
    { when: 'it holds copies', sketch: shop('', '', 'useCase: reduce-db-queries') },
  ],
  silent: [
    { when: 'old values will do', sketch: shop('', '', '', 'dataFlows: [text]') },
    { when: 'nothing is known of the data', sketch: shop('', '', '', '') },
    { when: 'the read is not critical', sketch: shop(', critical: false') },
    ...['eventual', 'bounded-staleness', 'read-your-writes'].map((need) => ({ when: `this read is content with ${need}`, sketch: shop(`, consistencyRequirement: ${need}`) })),
    { when: 'the reader checks again', sketch: shop('', write('shop', 'conditionalWrite: true')) },
    { when: 'the reader checks again in another service', sketch: shop('', 'shop -> desk { access: write, conditionalWrite: true, dataFlows: [stock] }') },
    { when: 'others write, and check', sketch: shop('', write('desk', 'conditionalWrite: true')) },
    { when: 'others write, in transactions', sketch: shop('', `worker job\n${write('desk', 'transactional: true')}\n${write('job', 'conditionalWrite: true')}`) },
    { when: 'others check, and the reader writes other data', sketch: shop('', `${write('desk', 'conditionalWrite: true')}\n${write('shop', '', 'dataFlows: [text]')}`) },
    { when: 'others check, and one of them fills the cache', sketch: shop('', `${write('desk', 'conditionalWrite: true')}\ndesk -> cache { interaction: request, access: write, dataFlows: [stock] }`) },
    ...['delete-on-write', 'event-driven'].map((strategy) => ({ when: `it is written through, with ${strategy}`, sketch: shop('', '', `writeStrategy: write-through, invalidationStrategy: [ttl, ${strategy}]`) })),
    { when: 'it is the truth', sketch: shop('', '', 'isSourceOfTruth: true') },
    { when: 'it holds data of its own', sketch: shop('', '', 'useCase: leaderboard') },
    { when: 'it is only written', sketch: shop().replace('access: read,', 'access: write,') },
    { when: 'it is a database', sketch: `${entities}\nservice shop\ncore-database db\nshop -> db { access: read, dataFlows: [stock] }` },
  ],
  notStated: [
    { when: 'access is open', sketch: shop().replace('access: read,', ''), fields: ['access'] },
    { when: 'it may be an invalidation', sketch: shop().replace('interaction: request,', ''), fields: ['interaction'] },
  ],
});
