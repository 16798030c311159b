import { missingIndex } from '#rules/database/missing-index.ts';
import { testRule } from '../../support/test-rule.ts';

const query = (database: string, connection: string, access = 'read'): string => `service api\ncore-database db "Users" { ${database} }\napi -> db { access: ${access}, ${connection} }`;
const index = (type: string, ...fields: readonly string[]): string => `indexes: [{ fields: [${fields.join(', ')}]${type === '' ? '' : `, type: ${type}`} }]`;
const lookup = 'queryPattern: key-lookup, filterFields: [email, name]';
const range = 'queryPattern: range, filterFields: [createdAt]';

testRule(missingIndex, {
  fires: [
    { when: 'no index starts with the field', sketch: query(index('b-tree', 'name', 'email'), lookup), primary: 'c1', severity: 'suggestion', message: /^Which index of Users serves the lookup by email, name\?/, related: ['db'], fixes: ['Add a B-tree index on email, name'] },
    { when: 'there is no index', sketch: query('indexes: []', lookup), severity: 'suggestion' },
    { when: 'a join', sketch: query('indexes: []', 'queryPattern: join, filterFields: [userId]') },
    { when: 'a range, and a hash index', sketch: query(index('hash', 'createdAt'), range), message: /A hash index finds single values only/, fixes: ['Add a B-tree index on createdAt'] },
    { when: 'it also writes', sketch: query('indexes: []', lookup, 'read-write') },
    { when: 'the shard key of a relational store is no index', sketch: query('indexes: [], dataModel: relational, shardKey: email', lookup) },
    { when: 'a later field of the shard key', sketch: query('indexes: [], dataModel: document, shardKey: "(tenant, email)"', lookup) },
  ],
  silent: [
    { when: 'an index starts with it', sketch: query(index('b-tree', 'email', 'age'), lookup) },
    { when: 'a hash index serves a lookup', sketch: query(index('hash', 'email'), lookup) },
    { when: 'the index does not say its type', sketch: query(index('', 'createdAt'), range) },
    { when: 'a hash index and a B-tree', sketch: query('indexes: [{ fields: [createdAt], type: hash }, { fields: [createdAt], type: b-tree }]', range) },
    { when: 'the store finds records by their key', sketch: query('indexes: [], dataModel: key-value, shardKey: "(email, id)"', lookup) },
    { when: 'words are searched', sketch: query('indexes: []', 'queryPattern: full-text, filterFields: [title]') },
    { when: 'it writes', sketch: query('indexes: []', lookup, 'write') },
    { when: 'nothing is filtered', sketch: query('indexes: []', 'queryPattern: range, filterFields: []') },
  ],
  notStated: [
    { when: 'nothing is said of indexes', sketch: query('', lookup), fields: ['indexes'] },
    { when: 'nothing is said of the query', sketch: query('indexes: []', 'filterFields: [email]'), fields: ['queryPattern'] },
  ],
});
