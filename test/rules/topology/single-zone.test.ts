import { singleZone } from '#rules/topology/single-zone.ts';
import { testRule } from '../../support/test-rule.ts';

const settings = 'settings { availabilityTarget: 0.999 }';
const path = (api: string, more = '', target = settings): string => `${target}\nclient web "Web"\nservice api "API" { ${api} }\nweb -> api\n${more}`;
const zone = 'boundary a "Zone a" { boundaryType: availability-zone } [api]';
const aside = (more = ''): string => `${settings}\nclient web\nservice api\ndistributed-cache cache { zones: 1 }\ncore-database db\nweb -> api\napi -> cache { interaction: request, access: read }\n${more}`;

testRule(singleZone, {
  fires: [
    { when: 'all copies are in one zone', sketch: path('instances: 3, zones: 1'), primary: 'api', severity: 'warning', message: 'All copies of API are in one zone.', related: ['web'], fixes: ['Spread its copies over three zones'] },
    { when: 'the copies are not counted', sketch: path('zones: 1') },
    { when: 'it is drawn in a zone', sketch: path('instances: 2', zone), related: ['web', 'a'], fixes: ['Spread its copies over three zones'] },
    { when: 'a gateway is in one zone', sketch: `${settings}\nclient web\napi-gateway gw { zones: 1 }\nservice api\nweb -> gw -> api`, primary: 'gw' },
    { when: 'a balancer leaves open who comes', sketch: `${settings}\nclient web\nclient app\nload-balancer lb { zones: 3 }\nservice api { zones: 1 }\nservice b\nweb -> lb\napp -> lb\nlb -> api\nlb -> b`, primary: 'api' },
    ...['core-database', 'blob-storage', 'search-database'].map((kind) => ({ when: `a ${kind} is in one zone`, sketch: path('', `${kind} store { zones: 1 }\napi -> store`), primary: 'store' })),
    ...['queue', 'stream'].map((kind) => ({ when: `a ${kind} is in one zone`, sketch: path('', `${kind} store { zones: 1 }\napi -> store`), primary: 'store' })),
    { when: 'a lock is in one zone', sketch: path('', 'distributed-lock lock { zones: 1 }\napi -> lock'), primary: 'lock' },
    { when: 'a cache has a reader that needs it', sketch: aside('service b\nweb -> b\nb -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }'), primary: 'cache' },
    { when: 'a cache is only written', sketch: aside().replace('access: read', 'access: write'), primary: 'cache' },
    { when: 'another kind lies in another zone', sketch: path('zones: 1', `${zone}\ncore-database db\nboundary b { boundaryType: availability-zone } [db]\napi -> db`), primary: 'api' },
    { when: 'its twin lies in the same zone', sketch: path('zones: 1', 'service twin\nboundary a { boundaryType: availability-zone } [api, twin]\nweb -> twin'), primary: 'api' },
  ],
  silent: [
    { when: 'it is spread', sketch: path('instances: 3, zones: 2') },
    { when: 'it is spread, though drawn in a zone', sketch: path('instances: 3, zones: 3', zone) },
    { when: 'its zones are not stated', sketch: path('instances: 3') },
    { when: 'one copy is drawn in a zone', sketch: path('instances: 1', zone) },
    { when: 'the target is lower', sketch: path('zones: 1', '', 'settings { availabilityTarget: 0.998 }') },
    { when: 'there is no target', sketch: path('zones: 1', '', '') },
    { when: 'its twin lies in another zone', sketch: path('zones: 1', `${zone}\nservice twin\nboundary b { boundaryType: availability-zone } [twin]\nweb -> twin`) },
    { when: 'no client depends on it', sketch: `${settings}\nclient web\nservice api\nqueue q\nworker w { zones: 1 }\nweb -> api -> q -> w` },
    { when: 'the request succeeds without it', sketch: path('', 'service extra { zones: 1 }\napi -> extra { critical: false }') },
    { when: 'every reader of the cache has another way', sketch: aside('api -> db { access: read, cacheMissOf: cache }') },
    { when: 'it is a CDN', sketch: `${settings}\nclient web\ncdn edge { zones: 1 }\nblob-storage files\nweb -> edge -> files` },
    { when: "it is somebody else's", sketch: path('zones: 1, inScope: false') },
  ],
  notStated: [
    { when: 'it lies in a zone and its copies are open', sketch: path('', zone), fields: ['zones', 'instances'] },
    { when: 'nothing is said of zones', sketch: path(''), fields: [] },
  ],
});
