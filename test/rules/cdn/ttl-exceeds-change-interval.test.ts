import { ttlExceedsChangeInterval } from '#rules/cdn/ttl-exceeds-change-interval.ts';
import { testRule } from '../../support/test-rule.ts';

const served = (cdn: string, connection = 'cacheable: true, changeIntervalSeconds: 60', more = ''): string => `client web\ncdn edge "Edge" { ${cdn} }\nservice app\nweb -> edge as serve { access: read, ${connection} }\nedge -> app as fetch\n${more}`;
const day = 'ttlSeconds: 86400, invalidation: [ttl]';

testRule(ttlExceedsChangeInterval, {
  fires: [
    { when: 'a day of a minute', sketch: served(day), primary: 'edge', severity: 'suggestion', message: /^Content behind Edge changes every 1 min, but is cached for 1 day/, related: ['serve'], fixes: ['Change the expiry to 1 min'] },
    { when: 'a second too long', sketch: served('ttlSeconds: 61, invalidation: [ttl]') },
    { when: 'nothing renews it', sketch: served('ttlSeconds: 61, invalidation: [none]') },
    { when: 'the fastest content counts', sketch: served('ttlSeconds: 120, invalidation: [ttl]', 'cacheable: true, changeIntervalSeconds: 600', 'client app2\napp2 -> edge as fast { access: read, cacheable: true, changeIntervalSeconds: 90 }'), related: ['fast'], fixes: ['Change the expiry to 1.5 min'] },
    { when: 'the fetch says so', sketch: 'client web\ncdn edge { ttlSeconds: 120, invalidation: [ttl] }\nservice app\nweb -> edge { access: read }\nedge -> app as fetch { cacheable: true, changeIntervalSeconds: 60 }', related: ['fetch'] },
  ],
  silent: [
    { when: 'it expires sooner', sketch: served('ttlSeconds: 30, invalidation: [ttl]') },
    { when: 'it expires as often as it changes', sketch: served('ttlSeconds: 60, invalidation: [ttl]') },
    { when: 'it expires sooner, and the invalidation is open', sketch: served('ttlSeconds: 30') },
    ...['purge', 'versioned-urls', 'surrogate-keys'].map((way) => ({ when: `${way} renews it`, sketch: served(`ttlSeconds: 86400, invalidation: [ttl, ${way}]`) })),
    { when: 'somebody invalidates it', sketch: served(day, undefined, 'app -> edge { interaction: invalidate }') },
    { when: 'how often it changes is not stated', sketch: served(day, 'cacheable: true') },
    { when: 'nothing says that it is kept', sketch: served(day, 'changeIntervalSeconds: 60') },
    { when: 'it is not kept', sketch: served(day, 'cacheable: false, changeIntervalSeconds: 60') },
    { when: "it is somebody else's", sketch: served(`${day}, inScope: false`) },
  ],
  notStated: [
    { when: 'the invalidation is open', sketch: served('ttlSeconds: 86400'), fields: ['invalidation'] },
    { when: 'the expiry is open', sketch: served('invalidation: [ttl]'), fields: ['ttlSeconds'] },
    { when: 'both are open', sketch: served(''), fields: ['ttlSeconds', 'invalidation'] },
  ],
});
