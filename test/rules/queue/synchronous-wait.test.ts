import { synchronousWait } from '#rules/queue/synchronous-wait.ts';
import { testRule } from '../../support/test-rule.ts';

interface Parts {
  readonly target?: string;
  readonly call?: string;
  readonly publish?: string;
  readonly kind?: string;
  readonly more?: string;
}

const pay = ({ target = 'latencyTargetP99Ms: 500', call = '', publish = 'awaitsResult: true', kind = 'queue', more = '' }: Parts = {}): string =>
  `settings { ${target} }\nclient web\nload-balancer lb\nservice checkout "Checkout"\n${kind} payments "Payments"\nworker w\nweb -> lb { ${call} }\nlb -> checkout\ncheckout -> payments as p { ${publish} }\npayments -> w\n${more}`;

testRule(synchronousWait, {
  fires: [
    { when: 'a user request awaits the result', sketch: pay(), primary: 'p', severity: 'warning', message: 'Checkout waits for the result of Payments inside a user request.', related: ['payments', 'web'], fixes: [] },
    { when: 'the publish is synchronous', sketch: pay({ publish: 'synchrony: sync' }), severity: 'warning' },
    { when: 'it is a stream', sketch: pay({ kind: 'stream' }), severity: 'warning' },
    { when: 'the target is a second', sketch: pay({ target: 'latencyTargetP99Ms: 1000' }), severity: 'warning' },
    { when: 'the target is open', sketch: pay({ target: '' }), severity: 'suggestion', message: 'Checkout waits for the result of Payments: can the user wait that long?' },
    { when: 'a WebSocket leads elsewhere', sketch: pay({ more: 'service chat\nweb -> chat { protocol: websocket }' }), severity: 'warning' },
  ],
  silent: [
    { when: 'users may wait longer', sketch: pay({ target: 'latencyTargetP99Ms: 1001' }) },
    { when: 'nobody awaits the result', sketch: pay({ publish: 'awaitsResult: false' }) },
    { when: 'nothing is said of waiting', sketch: pay({ publish: '' }) },
    ...['long-polling', 'sse', 'websocket'].map((protocol) => ({ when: `the answer comes by ${protocol}`, sketch: pay({ call: `protocol: ${protocol}` }) })),
    { when: 'the answer comes by a second connection', sketch: pay({ more: 'web -> checkout { protocol: sse }' }) },
    { when: 'the client does not wait', sketch: pay({ call: 'synchrony: async' }) },
    { when: 'no client is behind it', sketch: 'settings { latencyTargetP99Ms: 500 }\nscheduled-job j\nservice s\nqueue q\nworker w\nj -> s\ns -> q { awaitsResult: true }\nq -> w' },
    { when: 'a client publishes itself', sketch: 'settings { latencyTargetP99Ms: 500 }\nclient web\nqueue q\nworker w\nweb -> q { interaction: publish, awaitsResult: true }\nq -> w' },
  ],
});
