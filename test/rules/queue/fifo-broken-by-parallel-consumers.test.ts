import { fifoBrokenByParallelConsumers } from '#rules/queue/fifo-broken-by-parallel-consumers.ts';
import { testRule } from '../../support/test-rule.ts';

const orders = (queue: string, worker: string, consume = '', more = ''): string => `service api\nqueue orders { ${queue} }\nworker w "Billing" { ${worker} }\napi -> orders\norders -> w { ${consume} }\n${more}`;
const second = 'worker v\norders -> v';
const fixes = ['Keep order for each group', 'Let one copy of Billing work on one message at a time'];

testRule(fifoBrokenByParallelConsumers, {
  fires: [
    { when: 'four copies consume', sketch: orders('ordering: fifo-global', 'instances: 4'), primary: 'orders', severity: 'warning', message: '4 parallel consumers finish out of order; global FIFO needs exactly one at a time.', related: ['w'], fixes },
    { when: 'copies take several at once', sketch: orders('ordering: fifo-global', 'instances: 2, concurrencyPerInstance: 8'), message: /^16 / },
    { when: 'one copy takes two at once', sketch: orders('ordering: fifo-global', 'instances: 1, concurrencyPerInstance: 2'), message: /^2 / },
    { when: 'two consumers are drawn', sketch: orders('ordering: fifo-global', '', '', second), message: /^2 /, related: ['w', 'v'], fixes: ['Keep order for each group'] },
    { when: 'none is running, and one takes three at once', sketch: orders('ordering: fifo-global', 'instances: 0, concurrencyPerInstance: 3'), message: /^3 / },
    { when: 'the leader takes several at once', sketch: orders('ordering: fifo-global', 'instances: 4, leaderElection: true, concurrencyPerInstance: 3'), message: /^3 / },
    { when: 'its key is blank', sketch: orders('ordering: fifo-global, partitionKey: ""', 'instances: 4') },
  ],
  silent: [
    { when: 'one works on one at a time', sketch: orders('ordering: fifo-global', 'instances: 1, concurrencyPerInstance: 1') },
    { when: 'a leader works on one at a time', sketch: orders('ordering: fifo-global', 'instances: 4, leaderElection: true, concurrencyPerInstance: 1') },
    { when: 'order holds for each group', sketch: orders('ordering: fifo-per-group', 'instances: 4') },
    { when: 'one consumer has two connections', sketch: orders('ordering: fifo-global', 'instances: 1, concurrencyPerInstance: 1', '', 'orders -> w') },
    { when: 'the others run no code', sketch: orders('ordering: fifo-global', 'instances: 1, concurrencyPerInstance: 1', '', 'blob-storage b\norders -> b') },
    { when: 'the product serves one', sketch: orders('ordering: fifo-global, technology: "RabbitMQ, Single Active Consumer"', 'instances: 4') },
    { when: 'a rationale of the queue says so', sketch: orders('ordering: fifo-global, rationale: "Set to single active consumer."', 'instances: 4') },
    { when: 'a rationale of a consumer says so', sketch: orders('ordering: fifo-global', 'instances: 4, rationale: "Single active consumer, three on standby."') },
    { when: 'a rationale of a connection says so', sketch: orders('ordering: fifo-global', 'instances: 4', 'rationale: "single active consumer"') },
  ],
  notStated: [
    { when: 'copies are open', sketch: orders('ordering: fifo-global', ''), fields: ['instances', 'concurrencyPerInstance'] },
    { when: 'concurrency is open', sketch: orders('ordering: fifo-global', 'instances: 1'), fields: ['concurrencyPerInstance'] },
    { when: 'copies do not matter where one leads', sketch: orders('ordering: fifo-global', 'leaderElection: true'), fields: ['concurrencyPerInstance'] },
    { when: 'the order is open', sketch: orders('', 'instances: 4'), fields: ['ordering'] },
    { when: 'nothing is said', sketch: orders('', ''), fields: [] },
  ],
});
