import { unprotectedOrigin } from '#rules/cdn/unprotected-origin.ts';
import { testRule } from '../../support/test-rule.ts';

const app = 'service app "App" { instances: 6, perInstanceRps: 1000 }';
const cold = (cdn: string, { origin = app, asks = 'access: read, peakRps: 100000', more = '' } = {}): string => `client web\ncdn edge "Edge" { ${cdn} }\n${origin}\nweb -> edge { ${asks} }\nedge -> app\n${more}`;
const half = 'access: read, peakRps: 8000';

testRule(unprotectedOrigin, {
  fires: [
    { when: 'a purge floods the service', sketch: cold('hitRatio: 0.95'), primary: 'edge', severity: 'suggestion', message: 'After a purge of Edge, App would get about 100,000/s and sustains 6,000/s. What protects it?', related: ['app'], fixes: ['Shield the origin and coalesce requests'] },
    { when: 'protection is denied', sketch: cold('hitRatio: 0.95, originShield: false, requestCoalescing: false, staleIfError: false') },
    { when: 'stale content while revalidating does not help', sketch: cold('hitRatio: 0.95, staleWhileRevalidate: true') },
    { when: 'the origin is a gateway', sketch: cold('hitRatio: 0.95', { origin: 'api-gateway app { instances: 6, perInstanceRps: 1000 }' }) },
    { when: 'the bucket has a declared limit', sketch: cold('hitRatio: 0.95', { origin: 'blob-storage app { instances: 1, perInstanceRps: 5500 }' }) },
    { when: 'all together are one too many', sketch: cold('hitRatio: 0.5', { asks: 'access: read, peakRps: 6001' }) },
    { when: 'others ask the origin too', sketch: cold('hitRatio: 0.5', { asks: 'access: read, peakRps: 6000', more: 'client b\nb -> app { access: read, peakRps: 1 }' }) },
    { when: 'the second origin is the weak one', sketch: cold('hitRatio: 0.95', { origin: `service app { instances: 600, perInstanceRps: 1000 }\nservice weak { instances: 6, perInstanceRps: 1000 }`, more: 'edge -> weak' }), related: ['weak'] },
    { when: 'what clients do is not stated', sketch: cold('hitRatio: 0.5', { asks: 'peakRps: 8000' }) },
  ],
  silent: [
    ...['originShield', 'requestCoalescing', 'staleIfError'].map((name) => ({ when: `it has ${name}`, sketch: cold(`hitRatio: 0.95, ${name}: true`) })),
    { when: 'the origin carries just everything', sketch: cold('hitRatio: 0.5', { asks: 'access: read, peakRps: 6000' }) },
    { when: 'the origin is overloaded on a usual day', sketch: cold('hitRatio: 0.5', { asks: 'access: read, peakRps: 20000' }) },
    { when: 'the origin is just full on a usual day', sketch: cold('hitRatio: 0.5', { asks: 'access: read, peakRps: 12000' }) },
    { when: 'nobody knows how often clients ask', sketch: cold('hitRatio: 0.95', { asks: 'access: read' }) },
    { when: 'nobody knows what else the origin gets', sketch: cold('hitRatio: 0.95', { more: 'client b\nb -> app { access: read }' }) },
    { when: 'the bucket says nothing of limits', sketch: cold('hitRatio: 0.95', { origin: 'blob-storage app' }) },
    { when: 'it has no origin', sketch: 'client web\ncdn edge { hitRatio: 0.95 }\nweb -> edge { access: read, peakRps: 100000 }' },
    { when: "it is somebody else's", sketch: cold('hitRatio: 0.95, inScope: false') },
  ],
  notStated: [
    { when: 'the hit ratio is open', sketch: cold(''), fields: ['hitRatio'] },
    { when: 'the capacity is open', sketch: cold('hitRatio: 0.5', { origin: 'service app', asks: half }), fields: ['instances', 'perInstanceRps'] },
    { when: 'the capacity of a copy is open', sketch: cold('hitRatio: 0.5', { origin: 'service app { instances: 3 }', asks: half }), fields: ['perInstanceRps'] },
  ],
});
