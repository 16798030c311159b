import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { sseConnectionLimit } from '#rules/connection/sse-connection-limit.ts';
import { validate } from '#rules/validate.ts';
import { testRule } from '../../support/test-rule.ts';

const strict = 'settings { lintConfig: { preset: strict } }';
interface Drawn {
  readonly client?: string;
  readonly server?: string;
  readonly label?: string;
  readonly values?: string;
}
const listen = ({ client = 'client web { clientType: web }', server = 'service feed "Feed"', label = '', values = 'protocol: sse' }: Drawn = {}): string =>
  `${strict}\n${client}\n${server}\nweb -> feed "${label}" { ${values} }`;

testRule(sseConnectionLimit, {
  fires: [
    { when: 'plain SSE', sketch: listen(), primary: 'c1', severity: 'suggestion', message: /^Browsers allow 6 SSE connections per domain/, related: ['web', 'feed'], fixes: [] },
    { when: 'only HTTP/1.1 is mentioned', sketch: listen({ label: 'HTTP/1.1' }) },
    ...['h2o', 'path2', 'oauth2', 'http20', 'cash3'].map((word) => ({ when: `"${word}" is no HTTP/2`, sketch: listen({ label: word }) })),
    { when: 'HTTP/2 is mentioned at the client', sketch: listen({ client: 'client web "HTTP/2" { clientType: web }' }) },
  ],
  silent: [
    ...['SSE over HTTP/2', 'http2', 'h2', 'HTTP/3', 'h3 (QUIC)'].map((label) => ({ when: `the label says ${label}`, sketch: listen({ label }) })),
    { when: 'the rationale says it', sketch: listen({ values: 'protocol: sse, rationale: "One stream over h2."' }) },
    { when: 'the target\'s name says it', sketch: listen({ server: 'service feed "Feed (HTTP/2)"' }) },
    { when: 'the target\'s technology says it', sketch: listen({ server: 'service feed { technology: "nginx http2" }' }) },
    { when: 'the target\'s description says it', sketch: listen({ server: 'service feed { description: "Serves h2." }' }) },
    { when: 'the target\'s rationale says it', sketch: listen({ server: 'service feed { rationale: "HTTP/2 for many tabs." }' }) },
    { when: 'another client', sketch: listen({ client: 'client web { clientType: mobile }' }) },
    { when: 'another protocol', sketch: listen({ values: 'protocol: websocket' }) },
    { when: 'no client', sketch: listen({ client: 'service web' }) },
  ],
  notStated: [{ when: 'nothing is said of the client', sketch: listen({ client: 'client web' }), fields: ['clientType'] }],
});

test('the usual preset leaves it out', () => {
  const { findings } = validate(sketch(listen().replace(strict, '')));
  expect(findings.filter(({ rule }) => rule === sseConnectionLimit.id)).toEqual([]);
});
