import { fullTextSearchOnPrimary } from '#rules/database/full-text-search-on-primary.ts';
import { testRule } from '../../support/test-rule.ts';

const search = (database: string, connection = 'access: read, queryPattern: full-text'): string => `service api\ncore-database db "Products" { ${database} }\napi -> db { ${connection} }`;
const byRate = (...rates: readonly number[]): string =>
  `core-database db { indexes: [{ fields: [title], type: full-text }] }\n${rates.map((rate, index) => `service s${index}\ns${index} -> db { access: read, queryPattern: full-text, peakRps: ${rate} }`).join('\n')}`;
const fixes = ['Search in a database made for it'];

testRule(fullTextSearchOnPrimary, {
  fires: [
    { when: 'only a B-tree', sketch: search('indexes: [{ fields: [title], type: b-tree }]'), primary: 'db', severity: 'warning', message: /^Full-text search on Products/, related: ['c1'], fixes },
    { when: 'no index at all', sketch: search('indexes: []'), severity: 'warning', fixes },
    { when: 'an index without a type', sketch: search('indexes: [{ fields: [title] }]'), severity: 'warning' },
    { when: 'the connection writes too', sketch: search('indexes: []', 'access: read-write, queryPattern: full-text, filterFields: [title]'), severity: 'warning', fixes },
    { when: 'search is one of its roles', sketch: search('indexes: [], roles: [oltp, full-text-search]', 'access: write'), severity: 'warning', fixes },
    { when: 'many searches with an index', sketch: byRate(501), severity: 'suggestion', message: /501/, fixes },
    { when: 'many searches of several services together', sketch: byRate(300, 300), severity: 'suggestion', related: ['c1', 'c2'] },
    { when: 'many searches come from users', sketch: 'client web\nservice api\ncore-database db { indexes: [{ fields: [title], type: inverted }] }\nweb -> api { access: read, peakRps: 1000 }\napi -> db { access: read, queryPattern: full-text }', severity: 'suggestion' },
  ],
  silent: [
    { when: 'few searches with an index', sketch: byRate(5) },
    { when: 'exactly at the limit', sketch: byRate(500) },
    { when: 'an index, and the rate is unknown', sketch: search('indexes: [{ fields: [title], type: inverted }]') },
    { when: 'an index, and one of the rates is unknown', sketch: `${byRate(900)}\nservice other\nother -> db { access: read, queryPattern: full-text }` },
    { when: 'an index, and the role only', sketch: search('indexes: [{ fields: [title], type: full-text }], roles: [full-text-search]', 'access: write') },
    { when: 'searches by key', sketch: search('indexes: []', 'access: read, queryPattern: key-lookup') },
    { when: 'a write', sketch: search('indexes: []', 'access: write, queryPattern: full-text') },
    { when: 'a search database answers', sketch: 'service api\nsearch-database s\napi -> s { access: read, queryPattern: full-text }' },
  ],
  notStated: [{ when: 'nothing is said of indexes', sketch: search(''), fields: ['indexes'] }],
});
