import { noInvalidation } from '#rules/cdn/no-invalidation.ts';
import { testRule } from '../../support/test-rule.ts';

const entities = 'entity page "Page" { mutability: mutable }\nentity logo { mutability: immutable }\nentity log { mutability: append-only }\nentity other {}';
const served = (cdn: string, connection = 'access: read, dataFlows: [logo, page]', more = ''): string => `${entities}\nclient web\ncdn edge "Edge" { ${cdn} }\nservice app\nweb -> edge as serve { ${connection} }\nedge -> app\n${more}`;
const [files, answers] = ['Give each version its own URL', 'Expire soon, and purge on change'];

testRule(noInvalidation, {
  fires: [
    { when: 'nothing renews a page', sketch: served('invalidation: [none]'), primary: 'edge', severity: 'warning', message: /^A changed Page does not reach users of Edge/, related: ['serve'], fixes: [files, answers] },
    { when: 'nothing is said', sketch: served(''), severity: 'suggestion', message: 'How does a changed Page reach users of Edge?', fixes: [files, answers] },
    { when: 'an empty list says nothing', sketch: served('invalidation: []'), severity: 'suggestion' },
    { when: 'it delivers answers of an API', sketch: served('contentTypes: [api-responses]'), fixes: [answers, files] },
    { when: 'the fetch carries it', sketch: served('invalidation: [none]', 'access: read', 'service two\nedge -> two as fetch { dataFlows: [page] }'), severity: 'warning', related: ['fetch'] },
    { when: 'headers do not count', sketch: served('invalidation: [none], respectsCacheControl: false'), severity: 'warning' },
    { when: 'the access is not stated', sketch: served('invalidation: [none]', 'dataFlows: [page]'), severity: 'warning' },
  ],
  silent: [
    ...['ttl', 'purge', 'versioned-urls', 'surrogate-keys'].map((way) => ({ when: `it says ${way}`, sketch: served(`invalidation: [${way}]`) })),
    { when: 'it says none and more', sketch: served('invalidation: [none, purge]') },
    { when: 'an expiry is stated', sketch: served('invalidation: [none], ttlSeconds: 86400') },
    { when: 'the origin sets the lifetime', sketch: served('invalidation: [none], respectsCacheControl: true') },
    { when: 'somebody invalidates it', sketch: served('invalidation: [none]', undefined, 'app -> edge { interaction: invalidate }') },
    { when: 'what passes does not change', sketch: served('invalidation: [none]', 'access: read, dataFlows: [logo, log]') },
    { when: 'nobody knows whether it changes', sketch: served('invalidation: [none]', 'access: read, dataFlows: [other]') },
    { when: 'nobody knows what passes', sketch: served('invalidation: [none]', 'access: read') },
    { when: 'it is only written', sketch: served('invalidation: [none]', 'access: write, dataFlows: [page]') },
    { when: 'it is not kept', sketch: served('invalidation: [none]', 'cacheable: false, dataFlows: [page]') },
    { when: "it is somebody else's", sketch: served('invalidation: [none], inScope: false') },
  ],
});
