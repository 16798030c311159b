import { incompleteCacheKey } from '#rules/cdn/incomplete-cache-key.ts';
import { testRule } from '../../support/test-rule.ts';

const api = (cdn: string, connection = 'cacheable: true, queryPattern: full-text'): string => `client web\ncdn edge "Edge" { ${cdn} }\nservice search\nweb -> edge as ask { access: read, ${connection} }\nedge -> search`;
const pathOnly = 'contentTypes: [static-assets, api-responses], cacheKey: [host, path]';
const add = ['Add the query to the cache key'];

testRule(incompleteCacheKey, {
  fires: [
    { when: 'a search shares its path', sketch: api(pathOnly), primary: 'edge', severity: 'warning', message: 'Answers of Edge depend on a full text query, and its cache key leaves out the query.', related: ['ask'], fixes: add },
    { when: 'answers are filtered', sketch: api(pathOnly, 'cacheable: true, filterFields: [city, date]'), message: /depend on city and date/, fixes: add },
    { when: 'a look-up is filtered', sketch: api(pathOnly, 'cacheable: true, queryPattern: key-lookup, filterFields: [city]') },
    ...['range', 'join', 'aggregate', 'geospatial', 'scan'].map((pattern) => ({ when: `the query is ${pattern}`, sketch: api(pathOnly, `cacheable: true, queryPattern: ${pattern}`) })),
    { when: 'the fetch says so', sketch: `client web\ncdn edge { ${pathOnly} }\nservice search\nweb -> edge { access: read }\nedge -> search as fetch { cacheable: true, filterFields: [q] }`, related: ['fetch'] },
  ],
  silent: [
    { when: 'the key has the query', sketch: api('contentTypes: [api-responses], cacheKey: [path, query]') },
    { when: 'it delivers files', sketch: api('contentTypes: [images], cacheKey: [path]') },
    { when: 'it is a look-up', sketch: api(pathOnly, 'cacheable: true, queryPattern: key-lookup') },
    { when: 'nothing says what is asked', sketch: api(pathOnly, 'cacheable: true, filterFields: []') },
    { when: 'nothing says that answers are kept', sketch: api(pathOnly, 'queryPattern: full-text') },
    { when: 'answers are not kept', sketch: api(pathOnly, 'cacheable: false, queryPattern: full-text') },
    { when: 'it is a write', sketch: `client web\ncdn edge { ${pathOnly} }\nservice search\nweb -> edge { access: write, cacheable: true, queryPattern: full-text }\nedge -> search` },
    { when: "it is somebody else's", sketch: api(`${pathOnly}, inScope: false`) },
  ],
  notStated: [
    { when: 'the key is open', sketch: api('contentTypes: [api-responses]'), fields: ['cacheKey'] },
    { when: 'the key is empty', sketch: api('contentTypes: [api-responses], cacheKey: []'), fields: ['cacheKey'] },
    { when: 'the content is open', sketch: api('cacheKey: [path]'), fields: ['contentTypes'] },
    { when: 'both are open', sketch: api(''), fields: ['contentTypes', 'cacheKey'] },
  ],
});
