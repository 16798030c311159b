import { fanOutNeedsStream } from '#rules/queue/fan-out-needs-stream.ts';
import { testRule } from '../../support/test-rule.ts';

const consumers = (first: string, second: string, queue = ''): string =>
  `service api\nqueue orders "Orders" { ${queue} }\nworker billing "Billing"\nworker email "Email"\nqueue dead { isDeadLetterQueue: true }\napi -> orders\norders -> billing { ${first} }\norders -> email { ${second} }\norders -> dead { interaction: dead-letter }`;

testRule(fanOutNeedsStream, {
  fires: [
    { when: 'two groups are named', sketch: consumers('consumerGroup: billing', 'consumerGroup: email'), severity: 'warning', message: /^billing and email each need every message of Orders/, related: ['billing', 'email'], fixes: ['Change it to a stream', 'One queue for each group'] },
    { when: 'a consumer wants a broadcast', sketch: consumers('deliveryMode: broadcast', 'consumerGroup: email'), severity: 'warning' },
    { when: 'one consumer wants a broadcast to its copies', sketch: 'service api\nqueue q\nworker w { instances: 3 }\nqueue d { isDeadLetterQueue: true }\napi -> q\nq -> w { deliveryMode: broadcast }\nq -> d { interaction: dead-letter }', severity: 'warning', fixes: ['Change it to a stream'] },
    { when: 'dead letters come in, which no stream takes', sketch: `${consumers('consumerGroup: billing', '')}\nworker w\nw -> orders { interaction: dead-letter }`, fixes: ['They share the messages'] },
    { when: 'a group of its own wants a broadcast', sketch: consumers('consumerGroup: billing, deliveryMode: broadcast', 'consumerGroup: email'), fixes: ['Change it to a stream'] },
    { when: 'a group is not stated', sketch: consumers('consumerGroup: billing', ''), severity: 'suggestion', message: /^Do Billing and Email share/, fixes: ['They share the messages', 'Change it to a stream'] },
    { when: 'a blank group counts as none', sketch: consumers('consumerGroup: " "', 'consumerGroup: email'), severity: 'suggestion' },
  ],
  silent: [
    { when: 'they are one group', sketch: consumers('consumerGroup: a', 'consumerGroup: a') },
    { when: 'there is one consumer', sketch: 'service api\nqueue q\nworker w\napi -> q -> w' },
    ...['Google Pub/Sub', 'SNS topic', 'EventBridge', 'RabbitMQ fanout', 'my fan-out'].map((product) => ({ when: `${product} fans out`, sketch: consumers('consumerGroup: a', 'consumerGroup: b', `technology: "${product}"`) })),
  ],
});
