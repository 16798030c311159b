import { writeThroughWithoutStore } from '#rules/cache/write-through-without-store.ts';
import { testRule } from '../../support/test-rule.ts';

const cache = (more = '', values = '', access = 'access: read-write'): string =>
  `service api "API"\ndistributed-cache cache "Hot" { writeStrategy: write-through, ${values} }\napi -> cache as write { interaction: request, ${access} }\n${more}`;

testRule(writeThroughWithoutStore, {
  fires: [
    { when: 'there is only the cache', sketch: cache(), severity: 'error', message: 'Hot is write-through, but no store receives the writes of API.', related: ['api'], fixes: [] },
    { when: 'the writer only reads the store', sketch: cache('core-database db "Orders"\napi -> db { access: read }'), severity: 'error', fixes: ['Write to Orders as well'] },
    { when: 'one of two writers reaches a store', sketch: cache('core-database db\napi -> db { access: write }\nworker w "Filler"\nw -> cache { interaction: request, access: write }'), message: /the writes of Filler\.$/, related: ['w'] },
    { when: 'two writers reach none', sketch: cache('core-database db "Orders"\nworker w "Filler"\nw -> cache { interaction: request, access: write }\nw -> db { access: read }'), message: /Filler and API/, fixes: ['Write to Orders as well'] },
    { when: 'it writes another cache and a queue', sketch: cache('distributed-cache other\nqueue q\napi -> other { interaction: request, access: write }\napi -> q'), severity: 'error' },
    { when: 'nothing but reads leaves by the balancer', sketch: cache('load-balancer lb\nservice s\napi -> lb { access: read }\nlb -> s'), severity: 'error' },
  ],
  silent: [
    { when: 'the writer writes the store', sketch: cache('core-database db\napi -> db { access: write }') },
    { when: 'what it does at the store is open', sketch: cache('core-database db\napi -> db') },
    { when: 'the writes go to a bucket', sketch: cache('blob-storage b\napi -> b { access: read-write }') },
    { when: 'the writes go to an index', sketch: cache('search-database s\napi -> s { access: write }') },
    { when: 'the writes go to another service', sketch: cache('service s\napi -> s') },
    { when: 'the writes go to another service by a balancer', sketch: cache('load-balancer lb\nservice s\napi -> lb\nlb -> s') },
    { when: 'the writes go to an external system', sketch: cache('external-system x\napi -> x { access: write }') },
    { when: 'the cache loads by itself', sketch: cache('core-database db\ncache -> db { interaction: cache-load }') },
    { when: 'an arrow leads from the cache to a store, and does not say what it does', sketch: cache('core-database db\ncache -> db') },
    { when: 'the cache flushes', sketch: cache('core-database db\ncache -> db { interaction: cache-flush }') },
    { when: 'nobody writes it', sketch: cache('', '', 'access: read') },
    { when: 'only a client writes it', sketch: 'client web { trusted: true }\ndistributed-cache cache { writeStrategy: write-through }\nweb -> cache { access: write }' },
    { when: 'it is the truth', sketch: cache('', 'isSourceOfTruth: true') },
    { when: 'it writes around', sketch: cache().replace('write-through', 'write-around') },
    { when: 'the strategy is open', sketch: cache().replace('writeStrategy: write-through,', '') },
  ],
  notStated: [
    { when: 'whether it is written is open', sketch: cache('', '', ''), fields: ['access'] },
    { when: 'whether it is written is open, and it does not matter', sketch: cache('core-database db\napi -> db', '', ''), fields: [] },
  ],
});
