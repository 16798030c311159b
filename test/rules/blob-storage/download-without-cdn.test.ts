import { downloadWithoutCdn } from '#rules/blob-storage/download-without-cdn.ts';
import { testRule } from '../../support/test-rule.ts';

const direct = (client: string, connection = '', more = ''): string => `${more}\nclient web { ${client} }\nblob-storage photos "Photos"\nweb -> photos { access: read, ${connection} }`;
const through = (first: string, last: string, client = ''): string => `client web { ${client} }\nservice api\nblob-storage photos "Photos"\nweb -> api { access: read, ${first} }\napi -> photos { access: read, ${last} }`;

testRule(downloadWithoutCdn, {
  fires: [
    { when: 'users are everywhere', sketch: direct('audience: global'), severity: 'warning', message: 'Photos serves clients without a CDN in front.', fixes: ['Put a CDN in front'] },
    { when: 'they read often', sketch: direct('', 'peakRps: 500'), severity: 'warning' },
    { when: 'objects are large', sketch: direct('', 'responseBytes: 2000000'), severity: 'warning' },
    { when: 'nothing is known', sketch: direct(''), severity: 'suggestion', message: /^Who reads Photos/ },
    { when: 'little traffic of small objects', sketch: direct('audience: global', 'peakRps: 5, responseBytes: 2000'), severity: 'suggestion' },
    { when: 'the bytes pass through a service', sketch: through('', 'responseBytes: 5000000'), severity: 'warning', fixes: [] },
    { when: 'near users read often through a service', sketch: through('peakRps: 100', 'responseBytes: 5000000', 'audience: single-region'), severity: 'warning' },
    { when: 'objects are private', sketch: direct('audience: global', 'authorization: presigned-url, dataFlows: [scan]', 'entity scan { classification: personal }'), severity: 'suggestion' },
  ],
  silent: [
    { when: 'a CDN fetches from it', sketch: `${direct('audience: global')}\ncdn edge\nedge -> photos` },
    { when: 'users are near and few', sketch: direct('audience: single-region', 'peakRps: 5, responseBytes: 2000000') },
    { when: 'users are colleagues', sketch: direct('clientType: internal') },
    { when: 'the client is trusted', sketch: direct('audience: global, trusted: true') },
    { when: 'a trusted client reads through a service', sketch: through('', 'responseBytes: 5000000', 'trusted: true') },
    { when: 'near users seldom read through a service', sketch: through('peakRps: 50', 'responseBytes: 5000000', 'audience: single-region') },
    { when: 'it is a backup', sketch: direct('audience: global', 'dataFlows: [copy]', 'entity copy "Nightly backup" {}') },
    { when: 'the reason says once', sketch: direct('audience: global', 'rationale: "Each export is read once."') },
    { when: 'a CDN stands before the service', sketch: 'client web\ncdn edge\nservice resize\nblob-storage photos\nweb -> edge { access: read }\nedge -> resize\nresize -> photos { access: read, responseBytes: 5000000 }' },
    { when: 'the service returns little', sketch: through('responseBytes: 2000', 'responseBytes: 5000000') },
    { when: 'the steps carry different data', sketch: `entity a {}\nentity b {}\n${through('dataFlows: [a]', 'responseBytes: 5000000, dataFlows: [b]')}` },
    { when: 'nobody reads it', sketch: 'client web\nblob-storage photos\nweb -> photos { access: write }' },
  ],
  notStated: [{ when: 'users are near, and how often they read is open', sketch: direct('audience: single-region'), fields: ['peakRps', 'responseBytes'] }],
});
