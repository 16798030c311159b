import { noPartitionKey } from '#rules/stream/no-partition-key.ts';
import { testRule } from '../../support/test-rule.ts';

const events = (stream: string, publish = '', worker = ''): string =>
  `entity account "Account" { mutability: mutable }\nentity seat "Seat" { consistencyNeed: strong }\nentity view { mutability: immutable, lossTolerant: true }\nentity log { mutability: append-only, lossTolerant: true }\nentity order "Order" {}\nservice api\nstream events "Events" { ${stream} }\nworker w { ${worker} }\napi -> events { ${publish} }\nevents -> w`;
const blank = 'partitions: 12, partitionKey: " "';

testRule(noPartitionKey, {
  fires: [
    { when: 'the events are the record', sketch: events(`${blank}, eventSourcing: true`), primary: 'events', severity: 'warning', message: 'Without a key, events of the same entity spread over 12 partitions and lose their order.', fixes: [] },
    { when: 'they change something', sketch: events(blank, 'dataFlows: [order, account]'), severity: 'warning', message: /events of the same Account/ },
    { when: 'they need strong consistency', sketch: events(blank, 'dataFlows: [seat]'), severity: 'warning', message: /events of the same Seat/ },
    { when: 'the stream is windowed', sketch: events(`${blank}, windowing: tumbling`), severity: 'warning' },
    { when: 'a consumer cuts windows', sketch: events(blank, '', 'streamProcessing: { windowing: session }'), severity: 'warning' },
    { when: 'nothing says that order matters', sketch: events(blank), severity: 'suggestion', message: 'The diagram names no key for Events: must events of one entity stay in order?' },
    { when: 'loss is acceptable, but what it carries is not described', sketch: events(blank, 'lossTolerant: true'), severity: 'suggestion' },
    { when: 'nothing changes, but all must arrive', sketch: events(blank, 'dataFlows: [view], lossTolerant: false'), severity: 'suggestion' },
    { when: 'the key is not stated, and order matters', sketch: events('partitions: 2, eventSourcing: true', 'dataFlows: [order]'), severity: 'suggestion', message: /events of one Order stay/ },
  ],
  silent: [
    { when: 'there is a key', sketch: events('partitions: 12, partitionKey: accountId, eventSourcing: true') },
    { when: 'there is one partition', sketch: events('partitions: 1, partitionKey: "", eventSourcing: true') },
    { when: 'nothing changes and loss is acceptable', sketch: events(blank, 'dataFlows: [view, log]') },
    { when: 'the consumer cuts no windows though the stream does', sketch: events(`${blank}, windowing: tumbling`, 'dataFlows: [view]', 'streamProcessing: { windowing: none }') },
  ],
  notStated: [
    { when: 'nothing is said', sketch: events(''), fields: ['partitions', 'partitionKey'] },
    { when: 'the key is open', sketch: events('partitions: 12'), fields: ['partitionKey'] },
    { when: 'the partitions are open', sketch: events('partitionKey: "", eventSourcing: true'), fields: ['partitions'] },
    { when: 'order can not matter', sketch: events('', 'dataFlows: [view]'), fields: [] },
  ],
});
