import { neverRead } from '#rules/cache/never-read.ts';
import { testRule } from '../../support/test-rule.ts';

const cache = (access: string, more = ''): string => `service api\ndistributed-cache cache "Hot"\napi -> cache { interaction: request, ${access} }\n${more}`;

testRule(neverRead, {
  fires: [
    { when: 'it is only written', sketch: cache('access: write'), severity: 'suggestion', message: 'Who reads Hot?', related: ['api'], fixes: [] },
    { when: 'a stream feeds it', sketch: 'stream s\ndistributed-cache cache\ns -> cache { interaction: consume }', related: ['s'] },
    { when: 'an invalidation is no reader', sketch: cache('access: write', 'worker w\nw -> cache { interaction: invalidate }') },
    { when: 'it loads by itself', sketch: cache('access: write', 'core-database db\ncache -> db { interaction: cache-load }') },
  ],
  silent: [
    { when: 'the writer reads it', sketch: cache('access: read-write') },
    { when: 'another one reads it', sketch: cache('access: write', 'worker w\nw -> cache { interaction: request, access: read }') },
    { when: 'it passes writes on', sketch: cache('access: write', 'core-database db\ncache -> db { interaction: cache-flush }') },
    { when: 'nobody fills it', sketch: 'worker w\ndistributed-cache cache\nw -> cache { interaction: invalidate }' },
  ],
  notStated: [
    { when: 'another request leaves its access open', sketch: cache('access: write', 'worker w\nw -> cache { interaction: request }'), fields: ['access'] },
    { when: 'another arrow may be a request', sketch: cache('access: write', 'worker w\nw -> cache'), fields: ['interaction'] },
    { when: 'the only request leaves its access open', sketch: cache(''), fields: [] },
  ],
});
