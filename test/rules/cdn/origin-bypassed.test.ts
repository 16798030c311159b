import { originBypassed } from '#rules/cdn/origin-bypassed.ts';
import { testRule } from '../../support/test-rule.ts';

const direct = (connection: string, { origin = 'blob-storage files "Files"', client = '', cdn = 'originAccessRestricted: true', asks = 'web -> edge { access: read }' } = {}): string =>
  `client web "Web" { ${client} }\ncdn edge "Edge" { ${cdn} }\n${origin}\n${asks}\nedge -> files\nweb -> files as direct { ${connection} }`;
const service = { origin: 'service files "Files"' };

testRule(originBypassed, {
  fires: [
    { when: 'a client also reads the bucket', sketch: direct('access: read'), primary: 'direct', severity: 'warning', message: 'Web can go around Edge to Files.', related: ['edge', 'files'], fixes: ['Remove the direct read'] },
    { when: 'it does not even ask the CDN', sketch: direct('access: read', { asks: 'client app\napp -> edge { access: read }' }), primary: 'direct', fixes: ['Read through the CDN'] },
    { when: 'it only writes through the CDN', sketch: direct('access: read', { asks: 'web -> edge { access: write }' }), primary: 'direct', fixes: ['Read through the CDN'] },
    { when: 'a client reads what a service says may be kept', sketch: direct('access: read, cacheable: true', service), primary: 'direct', severity: 'warning' },
    ...['none', 'api-key', 'mtls'].map((word) => ({ when: `it shows ${word}`, sketch: direct(`access: read, authorization: ${word}`), primary: 'direct' })),
    { when: 'the origin is open', sketch: direct('access: write', { cdn: 'originAccessRestricted: false' }), primary: 'edge', severity: 'warning', message: /^Anybody can go around Edge/, fixes: ['Let only the CDN read the origin'] },
    { when: 'both: the connection', sketch: direct('access: read', { cdn: 'originAccessRestricted: false' }), primary: 'direct' },
    { when: 'both: the CDN', sketch: direct('access: read', { cdn: 'originAccessRestricted: false' }), primary: 'edge' },
  ],
  silent: [
    { when: 'the only way is through the CDN', sketch: 'client web\ncdn edge { originAccessRestricted: true }\nblob-storage files\nweb -> edge { access: read }\nedge -> files' },
    ...['presigned-url', 'token', 'iam'].map((word) => ({ when: `the direct read shows ${word}`, sketch: direct(`access: read, authorization: ${word}`) })),
    { when: 'the direct answers are personalised', sketch: direct('access: read, personalized: true') },
    { when: 'they are not cacheable', sketch: direct('access: read, cacheable: false') },
    { when: 'the client is trusted', sketch: direct('access: read', { client: 'trusted: true' }) },
    { when: 'it uploads', sketch: direct('access: write') },
    { when: 'it reads and writes', sketch: direct('access: read-write') },
    { when: 'a service says nothing of caching', sketch: direct('access: read', service) },
    { when: 'the bucket is no origin', sketch: `${direct('access: write')}\nblob-storage other\nweb -> other { access: read }` },
    { when: 'the origin is a gateway', sketch: direct('access: read, cacheable: true', { origin: 'api-gateway files' }) },
    { when: 'a service reads it', sketch: `${direct('access: write')}\nservice api\napi -> files { access: read }` },
    { when: "the open origin is behind somebody else's CDN", sketch: direct('access: write', { cdn: 'inScope: false, originAccessRestricted: false' }) },
  ],
  notStated: [
    { when: 'the access is open', sketch: direct(''), fields: ['access'] },
    { when: 'who else may read the origin is open', sketch: direct('access: write', { cdn: '' }), fields: ['originAccessRestricted'] },
  ],
});
