import { searchSourceOfTruth } from '#rules/search/source-of-truth.ts';
import { testRule } from '../../support/test-rule.ts';

const entities = 'entity order "Orders" {}\nentity log "Logs" { lossTolerant: true }\nentity event "Events" { mutability: append-only }\nentity reading "Readings" { mutability: immutable }';
const shop = (index: string, write = 'dataFlows: [order]', more = ''): string => `${entities}\nservice shop\nsearch-database index "Index" { ${index} }\nshop -> index { access: write, ${write} }\n${more}`;
const truth = 'isSourceOfTruth: true';
const databaseFix = ['Keep the truth in a database that feeds the index'];
const also = (other: string, flows = 'dataFlows: [order]', interaction = ''): string => `${other}\nshop -> other { ${interaction} ${flows} }`;

testRule(searchSourceOfTruth, {
  fires: [
    { when: 'it is declared', sketch: shop(truth), primary: 'index', severity: 'error', message: 'Index holds the only copy of Orders.', related: ['shop'], fixes: databaseFix },
    { when: 'it is declared, and what it holds is not', sketch: shop(truth, ''), severity: 'error', message: 'Index holds the only copy of its data.' },
    { when: 'it is declared, and nothing feeds it', sketch: 'service shop\nsearch-database index { isSourceOfTruth: true }\nshop -> index { access: read }', severity: 'error', fixes: [] },
    { when: 'it is declared, and follows a database', sketch: shop(`${truth}, syncMethod: change-data-capture`, '', 'core-database db\nstream s\ndb -> s -> index'), severity: 'error' },
    { when: 'some of what it holds must not get lost', sketch: shop(truth, 'dataFlows: [order, log]'), message: 'Index holds the only copy of Orders.' },
    { when: 'what it holds is not all known', sketch: shop(truth, 'dataFlows: [log]', 'worker w\nw -> index { access: write }'), severity: 'error' },
    { when: 'nothing is said, and nobody else has it', sketch: shop(''), severity: 'warning', message: 'Nothing says that Orders are kept anywhere but in Index.', fixes: databaseFix },
    { when: 'it reads and writes', sketch: `${entities}\nservice shop\nsearch-database index\nshop -> index { access: read-write, dataFlows: [order] }`, severity: 'warning', fixes: databaseFix },
    { when: 'a queue brings it', sketch: `${entities}\nqueue q\nservice shop\nsearch-database index\nshop -> q -> index { dataFlows: [order] }`, severity: 'warning', fixes: databaseFix },
    { when: 'a service writes to both', sketch: shop('syncMethod: dual-write'), severity: 'warning' },
    { when: 'it is declared what it holds', sketch: shop('dataStored: [order]', ''), severity: 'warning' },
    { when: 'the data is only ever added', sketch: shop('', 'dataFlows: [event, reading]'), severity: 'suggestion', message: /^Nothing says that Events and Readings are/ },
    { when: 'some of it changes', sketch: shop('', 'dataFlows: [event, order]'), severity: 'warning', message: /Events and Orders/ },
    { when: 'a database keeps other data', sketch: shop('', undefined, also('core-database other', 'dataFlows: [event]')), severity: 'warning' },
    { when: 'a stream forgets', sketch: shop('', undefined, also('stream other')), severity: 'warning' },
    { when: 'an external system is only written', sketch: shop('', undefined, also('external-system other', 'dataFlows: [order]', 'access: write,')), severity: 'warning' },
    { when: 'the entity names the index itself', sketch: 'entity order { sourceOfTruth: index }\nservice shop\nsearch-database index\nshop -> index { access: write, dataFlows: [order] }', severity: 'warning' },
  ],
  silent: [
    { when: 'it is declared not to be', sketch: shop('isSourceOfTruth: false') },
    { when: 'all it holds may get lost', sketch: shop(truth, 'dataFlows: [log]') },
    { when: 'every feed may get lost', sketch: shop(truth, 'lossTolerant: true') },
    { when: 'nothing is said, and every feed may get lost', sketch: shop('', 'lossTolerant: true, dataFlows: [order]') },
    ...['change-data-capture', 'stream', 'outbox', 'batch'].map((sync) => ({ when: `it is fed by ${sync}`, sketch: shop(`syncMethod: ${sync}`) })),
    { when: 'a database has it', sketch: shop('', undefined, also('core-database other')) },
    { when: 'a database stores it', sketch: shop('', undefined, also('core-database other { dataStored: [order] }', 'dataFlows: [event]')) },
    { when: 'blob storage has it', sketch: shop('', undefined, also('blob-storage other', 'dataFlows: [order]', 'interaction: request,')) },
    { when: 'an event log has it', sketch: shop('', undefined, also('stream other { eventSourcing: true }')) },
    { when: 'a stream with an archive has it', sketch: shop('', undefined, `blob-storage old\nshop -> old { interaction: request, dataFlows: [event] }\n${also('stream other { archive: old }')}`) },
    { when: 'an external system is read', sketch: shop('', undefined, also('external-system other', 'dataFlows: [order]', 'access: read,')) },
    { when: 'the entity names another truth', sketch: 'entity order { sourceOfTruth: shop }\nservice shop\nsearch-database index\nshop -> index { access: write, dataFlows: [order] }' },
    { when: 'another index replicates to it', sketch: 'entity order {}\nsearch-database other\nsearch-database index\nother -> index { dataFlows: [order] }' },
  ],
  notStated: [
    { when: 'a database may have it', sketch: shop('', undefined, also('core-database other', '')), fields: ['isSourceOfTruth'] },
    { when: 'an external system may be read', sketch: shop('', undefined, also('external-system other')), fields: ['isSourceOfTruth'] },
    { when: 'what it holds is not known', sketch: shop('', ''), fields: ['isSourceOfTruth'] },
    { when: 'an entity is not known', sketch: shop('', 'dataFlows: [order, ghost]'), fields: ['isSourceOfTruth'] },
    { when: 'nothing is written', sketch: 'service shop\nsearch-database index\nshop -> index { access: read }', fields: [] },
  ],
});
