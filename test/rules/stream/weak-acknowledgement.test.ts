import { weakAcknowledgement } from '#rules/stream/weak-acknowledgement.ts';
import { testRule } from '../../support/test-rule.ts';

const events = (stream: string, publish = ''): string => `entity order {}\nentity view { lossTolerant: true }\nservice api\nstream events "Events" { ${stream} }\nworker w\napi -> events { ${publish} }\nevents -> w`;
const orders = 'dataFlows: [order]';
const views = 'dataFlows: [view]';
const three = 'replicationFactor: 3';

testRule(weakAcknowledgement, {
  fires: [
    { when: 'the leader alone answers', sketch: events(`${three}, producerAcks: "1"`, orders), primary: 'events', severity: 'warning', message: 'Events confirms events before they are replicated.', fixes: ['Wait for two copies'] },
    { when: 'nobody answers', sketch: events(`${three}, producerAcks: "0", minInsyncReplicas: 2`, orders), severity: 'warning' },
    { when: 'one copy in sync is enough', sketch: events(`${three}, producerAcks: all, minInsyncReplicas: 1`, orders), severity: 'warning' },
    { when: 'the flow is said to be precious', sketch: events(`${three}, producerAcks: "1"`, 'lossTolerant: false'), severity: 'warning' },
    { when: 'nothing is known of the events', sketch: events(`${three}, producerAcks: "1"`), severity: 'suggestion', message: 'Events confirms events before they are replicated: may they be lost?' },
    { when: 'there are two copies', sketch: events('replicationFactor: 2, producerAcks: "1"', orders), severity: 'warning', fixes: ['Keep three copies and wait for two'] },
    { when: 'every copy must be up', sketch: events(`${three}, producerAcks: all, minInsyncReplicas: 3`, orders), severity: 'suggestion', message: 'One broker down stops every write to Events: intended?', fixes: ['Wait for two copies'] },
    { when: 'both copies must be up', sketch: events('replicationFactor: 2, producerAcks: all, minInsyncReplicas: 2', orders), message: /^One broker down/, fixes: ['Keep three copies and wait for two'] },
    { when: 'every copy must be up for what may be lost', sketch: events(`${three}, producerAcks: all, minInsyncReplicas: 4`, views), message: /^One broker down/ },
  ],
  silent: [
    { when: 'two of three answer', sketch: events(`${three}, producerAcks: all, minInsyncReplicas: 2`, orders) },
    { when: 'loss is acceptable', sketch: events(`${three}, producerAcks: "1"`, views) },
    { when: 'loss is acceptable, and one copy in sync is enough', sketch: events(`${three}, producerAcks: all, minInsyncReplicas: 1`, views) },
    { when: 'the provider sees to it', sketch: events(`${three}, producerAcks: "1", highAvailability: managed`, orders) },
    { when: 'there is one copy', sketch: events('replicationFactor: 1, producerAcks: "1"', orders) },
  ],
  notStated: [
    { when: 'nothing is said', sketch: events(''), fields: ['replicationFactor', 'producerAcks', 'minInsyncReplicas'] },
    { when: 'producers are not described', sketch: events(`${three}, minInsyncReplicas: 2`), fields: ['producerAcks'] },
    { when: 'how many answer is open', sketch: events(`${three}, producerAcks: all`), fields: ['minInsyncReplicas'] },
    { when: 'the copies are open', sketch: events('producerAcks: "1"'), fields: ['replicationFactor'] },
    { when: 'loss is acceptable, and nothing else could be wrong', sketch: events(`${three}, minInsyncReplicas: 2`, views), fields: [] },
  ],
});
