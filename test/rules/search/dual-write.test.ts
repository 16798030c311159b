import { searchDualWrite } from '#rules/search/dual-write.ts';
import { testRule } from '../../support/test-rule.ts';

interface Parts {
  readonly writer?: string;
  readonly index?: string;
  readonly write?: string;
  readonly save?: string;
  readonly more?: string;
}

const shop = ({ writer = 'service shop "Shop"', index = '', write = 'access: write, dataFlows: [product]', save = 'access: write, dataFlows: [product]', more = '' }: Parts = {}): string =>
  `entity product {}\nentity view { lossTolerant: true }\nclient web\n${writer}\ncore-database db "Products"\nsearch-database index "Index" { ${index} }\nshop -> db { ${save} }\nshop -> index { ${write} }\n${more}`;
const fixes = ['Feed Index with the changes of Products'];

testRule(searchDualWrite, {
  fires: [
    { when: 'a service saves to both', sketch: shop({ more: 'web -> shop' }), primary: 'shop', severity: 'warning', message: 'Shop writes Products and Index itself; when one write fails they drift apart.', related: ['db', 'index'], fixes },
    { when: 'nobody is drawn who calls it', sketch: shop(), fixes },
    { when: 'it reads and writes', sketch: shop({ write: 'access: read-write, dataFlows: [product]', save: 'access: read-write, dataFlows: [product]' }), fixes },
    { when: 'they share some of the data', sketch: shop({ write: 'access: write, dataFlows: [view, product]' }) },
    { when: 'a proxy stands before the index', sketch: 'entity product {}\nservice shop "Shop"\ncore-database db "Products"\nload-balancer lb\nsearch-database index "Index"\nshop -> db { access: write, dataFlows: [product] }\nshop -> lb { access: write, dataFlows: [product] }\nlb -> index', message: /^Shop writes Products and Index/, fixes },
    { when: 'two indexes get it', sketch: shop({ more: 'search-database other "Other"\nshop -> other { access: write, dataFlows: [product] }' }), related: ['index', 'other'], fixes },
    { when: 'a worker is also called', sketch: shop({ writer: 'queue q\nworker shop "Shop"\nq -> shop', more: 'web -> shop' }) },
    { when: 'a saga does not help', sketch: shop({ writer: 'service shop { consistencyPattern: saga }' }) },
    { when: 'batches are declared, and no job writes them', sketch: shop({ index: 'syncMethod: batch' }) },
    { when: 'a job writes it too, and batches are not declared', sketch: shop({ more: 'scheduled-job nightly\nnightly -> index { access: write }' }) },
  ],
  silent: [
    { when: 'an outbox is declared', sketch: shop({ writer: 'service shop { consistencyPattern: outbox }' }) },
    { when: 'an indexer consumes', sketch: shop({ writer: 'queue q\nworker shop\nq -> shop' }) },
    { when: 'an indexer gets captured changes', sketch: shop({ writer: 'core-database source\nworker shop\nsource -> shop { interaction: change-data-capture }' }) },
    { when: 'an indexer is started by a job', sketch: shop({ writer: 'scheduled-job nightly\nservice shop\nnightly -> shop' }) },
    { when: 'a job writes both', sketch: shop({ writer: 'scheduled-job shop' }) },
    { when: 'the index is filled in batches', sketch: shop({ index: 'syncMethod: batch', more: 'scheduled-job nightly\nnightly -> index { access: write }' }) },
    { when: 'the write to the index may get lost', sketch: shop({ write: 'access: write, dataFlows: [product], lossTolerant: true' }) },
    { when: 'the write to the database may get lost', sketch: shop({ save: 'access: write, dataFlows: [product], lossTolerant: true' }) },
    { when: 'the data may get lost', sketch: shop({ write: 'access: write, dataFlows: [view]', save: 'access: write, dataFlows: [view]' }) },
    { when: 'the data differs', sketch: shop({ write: 'access: write, dataFlows: [view]' }) },
    { when: 'the index is only read', sketch: shop({ write: 'access: read, dataFlows: [product]' }) },
    { when: 'the database is only read', sketch: shop({ save: 'access: read, dataFlows: [product]' }) },
    { when: 'only the index is written', sketch: 'entity product {}\nservice shop\nsearch-database index\nshop -> index { access: write, dataFlows: [product] }' },
  ],
  notStated: [
    { when: 'what the index gets is open', sketch: shop({ write: 'access: write' }), fields: ['dataFlows'] },
    { when: 'what both get is open', sketch: shop({ write: 'access: write', save: 'access: write' }), fields: ['dataFlows', 'dataFlows'] },
  ],
});
