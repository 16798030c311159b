import { noAuthentication } from '#rules/api-gateway/no-authentication.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly gateway?: string;
  readonly client?: string;
  readonly first?: string;
  readonly last?: string;
  readonly store?: string;
  readonly more?: string;
}

const shop = ({ gateway = 'authentication: none', client = '', first = '', last = 'access: write', store = 'core-database store "Orders"', more = '' }: Drawn = {}): string =>
  `entity link { classification: public }\nentity person { classification: personal }\nclient web { ${client} }\napi-gateway gw "Gateway" { ${gateway} }\nservice api "Shop"\n${store}\nweb -> gw { ${first} }\ngw -> api\napi -> store { ${last} }\n${more}`;
const limited = 'authentication: none, rateLimiting: per-ip';

testRule(noAuthentication, {
  fires: [
    { when: 'anybody can write', sketch: shop(), primary: 'gw', severity: 'warning', message: 'Unauthenticated callers can reach Orders through Gateway.', related: ['web', 'store'], fixes: ['Ask callers for a token (JWT)'] },
    { when: 'anybody can publish', sketch: shop({ store: 'stream store "Events"', last: '' }), message: /reach Events/ },
    { when: 'the gateway publishes itself', sketch: 'client web\napi-gateway gw { authentication: none }\nstream events "Events"\nworker w\nweb -> gw -> events -> w', message: /reach Events/ },
    { when: 'personal data is told', sketch: shop({ last: 'access: read, dataFlows: [person]' }), message: /reach Orders/ },
    { when: 'secret data lies there', sketch: `entity key { classification: secret }\n${shop({ last: 'access: read', store: 'core-database store "Orders" { dataStored: [key] }' })}`, message: /reach Orders/ },
    { when: 'an answer of a service is financial', sketch: `entity bill { classification: financial }\n${shop({ last: 'access: read' }).replace('gw -> api', 'gw -> api { dataFlows: [bill] }')}`, message: /reach Shop/ },
    { when: 'the write comes after two services', sketch: shop({ last: 'access: read', more: 'service deep\ncore-database ledger "Ledger"\napi -> deep\ndeep -> ledger { access: write }' }), message: /reach Ledger/ },
    { when: 'one of two callers shows nothing', sketch: shop({ first: 'authorization: token', more: 'client app\napp -> gw' }) },
    { when: 'a caller states that it shows nothing', sketch: shop({ first: 'authorization: none' }) },
    { when: 'public data is written without a limit', sketch: shop({ last: 'access: write, dataFlows: [link]' }) },
    { when: 'public data is written under a common limit', sketch: shop({ gateway: 'authentication: none, rateLimiting: global', last: 'access: write, dataFlows: [link]' }) },
    { when: 'callers are limited, and it is open what is written', sketch: shop({ gateway: limited }) },
    { when: 'public and personal data are written', sketch: shop({ gateway: limited, last: 'access: write, dataFlows: [link, person]' }) },
    { when: 'the way through a gateway of strangers is open', sketch: shop({ more: 'client app\nservice other\napp -> gw\ngw -> other' }) },
  ],
  silent: [
    ...['api-key', 'jwt', 'oauth2', 'mtls', 'custom'].map((authentication) => ({ when: `callers show ${authentication}`, sketch: shop({ gateway: `authentication: ${authentication}` }) })),
    { when: 'the client is trusted', sketch: shop({ client: 'trusted: true' }) },
    { when: 'only reads happen, of nothing sensitive', sketch: shop({ last: 'access: read, dataFlows: [link]' }) },
    { when: 'it is open whether it writes', sketch: shop({ last: '' }) },
    { when: 'losing the writes is acceptable', sketch: shop({ last: 'access: write, lossTolerant: true' }) },
    { when: 'a service signs users in', sketch: shop({ more: 'service login { role: auth }\ngw -> login' }) },
    ...['token', 'api-key', 'mtls', 'iam'].map((authorization) => ({ when: `every request carries ${authorization}`, sketch: shop({ first: `authorization: ${authorization}` }) })),
    ...['per-ip', 'per-client'].map((limit) => ({ when: `public data is written, limited ${limit}`, sketch: shop({ gateway: `authentication: none, rateLimiting: ${limit}`, last: 'access: write, dataFlows: [link]' }) })),
    { when: 'only a trusted client comes to the writing service', sketch: 'client web\nclient staff { trusted: true }\napi-gateway gw { authentication: none }\nservice shop\nservice admin\ncore-database db\nweb -> gw "read"\nstaff -> gw "write"\ngw -> shop "read"\ngw -> admin "write"\nadmin -> db { access: write }' },
    { when: "it is somebody else's", sketch: shop({ gateway: 'authentication: none, inScope: false' }) },
  ],
  notStated: [
    { when: 'it is open how callers prove who they are', sketch: shop({ gateway: '' }), fields: ['authentication'] },
    { when: 'nothing is to be protected', sketch: shop({ gateway: '', last: 'access: read' }), fields: [] },
  ],
});
