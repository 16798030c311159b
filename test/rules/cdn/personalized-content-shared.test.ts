import { personalizedContentShared } from '#rules/cdn/personalized-content-shared.ts';
import { testRule } from '../../support/test-rule.ts';

const entities = 'entity me "Profile" { classification: personal, mutability: mutable }\nentity photo "Photo" { classification: personal, mutability: immutable }\nentity logo "Logo" { classification: public, mutability: immutable }';
const served = (cdn: string, connection: string, origin = 'service app'): string => `${entities}\nclient web\ncdn edge "Edge" { ${cdn} }\n${origin}\nweb -> edge as serve { access: read, ${connection} }\nedge -> app { access: read }`;
const bypass = ['Let personal answers bypass the cache'];
const shared = 'personalizedPolicy: cached-shared';

testRule(personalizedContentShared, {
  fires: [
    { when: 'personalised answers are shared', sketch: served(shared, 'personalized: true'), primary: 'edge', severity: 'error', message: "Edge would serve one user's answers to another.", related: ['serve'], fixes: bypass },
    { when: 'personal data is shared', sketch: served(shared, 'dataFlows: [logo, me]'), severity: 'error', message: "Edge would serve one user's Profile to another.", fixes: bypass },
    ...['financial', 'secret'].map((word) => ({ when: `${word} data is shared`, sketch: `entity bill { classification: ${word} }\nclient web\ncdn edge { ${shared} }\nservice app\nweb -> edge { access: read, dataFlows: [bill] }\nedge -> app`, severity: 'error' as const })),
    { when: 'the fetch carries it', sketch: `${entities}\nclient web\ncdn edge { ${shared} }\nservice app\nweb -> edge { access: read }\nedge -> app as fetch { dataFlows: [me] }`, severity: 'error', related: ['fetch'], fixes: bypass },
    { when: 'the access is not stated', sketch: `client web\ncdn edge { ${shared} }\nservice app\nweb -> edge { personalized: true }\nedge -> app`, severity: 'error' },
    { when: 'the policy is open, and the answers are personalised and kept', sketch: served('', 'personalized: true, cacheable: true'), severity: 'warning', message: /^The diagram does not say how Edge keeps/, fixes: bypass },
    { when: 'the policy is open, and personal data is kept', sketch: served('', 'cacheable: true, dataFlows: [me]'), severity: 'suggestion', message: /^How does Edge keep one user's Profile/, fixes: bypass },
    { when: 'of both kinds the personalised answers count', sketch: `${served('', 'cacheable: true, dataFlows: [me]')}\nclient app2\napp2 -> edge { access: read, personalized: true, cacheable: true }`, severity: 'warning' },
    { when: 'signed URLs lead to what changes', sketch: served(`${shared}, signedUrls: true`, 'dataFlows: [me]', 'blob-storage app'), severity: 'error' },
    { when: 'signed URLs lead to a service', sketch: served(`${shared}, signedUrls: true`, 'dataFlows: [photo]'), severity: 'error' },
    { when: 'immutable objects have no signed URLs', sketch: served(shared, 'dataFlows: [photo]', 'blob-storage app'), severity: 'error' },
    { when: 'signed URLs lead to nobody knows what', sketch: served(`${shared}, signedUrls: true`, 'personalized: true', 'blob-storage app'), severity: 'error' },
    { when: 'the cache key has everything but the identity', sketch: served(`${shared}, cacheKey: [path, query, host, headers, cookies]`, 'personalized: true'), severity: 'error' },
  ],
  silent: [
    ...['bypass', 'private-header', 'vary-by-identity', 'edge-compute'].map((policy) => ({ when: `the policy is ${policy}`, sketch: served(`personalizedPolicy: ${policy}`, 'personalized: true, cacheable: true') })),
    { when: 'the identity is in the key', sketch: served(`${shared}, cacheKey: [path, identity]`, 'personalized: true') },
    { when: 'signed URLs lead to immutable objects', sketch: served(`${shared}, signedUrls: true`, 'dataFlows: [photo]', 'blob-storage app') },
    { when: 'the answers are declared the same for all', sketch: served(shared, 'personalized: false, dataFlows: [me]') },
    { when: 'they are not cacheable', sketch: served(shared, 'personalized: true, cacheable: false') },
    { when: 'it is a write', sketch: `client web\ncdn edge { ${shared} }\nservice app\nweb -> edge { access: write, personalized: true }\nedge -> app` },
    { when: 'data is public', sketch: served(shared, 'dataFlows: [logo]') },
    { when: "it is somebody else's", sketch: served(`${shared}, inScope: false`, 'personalized: true') },
  ],
  notStated: [{ when: 'neither the policy nor the caching is stated', sketch: served('', 'personalized: true'), fields: ['personalizedPolicy'] }],
});
