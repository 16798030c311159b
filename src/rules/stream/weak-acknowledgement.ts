import { setFix } from '../fixing.ts';
import { toleratesLoss } from '../queue/broker-terms.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';

/** Producers hear "written" while only one copy of an event exists, or only while every copy is up. */
export const weakAcknowledgement = componentRule({
  id: 'stream/weak-acknowledgement',
  kinds: ['stream'],
  severity: 'warning',
  category: 'durability',
  reach: 'neighbours',
  messages: {
    weak: { text: '{name} confirms events before they are replicated.' },
    perhaps: { severity: 'suggestion', text: '{name} confirms events before they are replicated: may they be lost?' },
    all: { severity: 'suggestion', text: 'One broker down stops every write to {name}: intended?' },
  },
  docs: {
    what: 'A stream has several copies, but producers do not wait for a second one, or they wait for all of them.',
    why: 'The leader may die with the only copy of an event that it has confirmed. To wait for every copy is the other extreme: then no broker may be missing.',
    fix: 'Let producers wait for all copies in sync, of which there must be two.',
    silentWhen: ['The provider sees to it: a managed stream.', 'Losing events is acceptable (waiting for every copy is still asked about).'],
    sources: ['apache/kafka, default configuration.'],
    question: 'How many copies of an event exist when the producer hears that it is written?',
  },
  examples: {
    bad: 'service api\nstream events { replicationFactor: 3, producerAcks: "1", minInsyncReplicas: 1 }\nworker reader\nentity order {}\napi -> events { dataFlows: [order] }\nevents -> reader',
    good: 'service api\nstream events { replicationFactor: 3, producerAcks: all, minInsyncReplicas: 2 }\nworker reader\nentity order {}\napi -> events { dataFlows: [order] }\nevents -> reader',
  },
  check(component, { graph }) {
    const { replicationFactor, producerAcks, minInsyncReplicas, highAvailability } = component.properties;
    if (highAvailability === 'managed' || replicationFactor === 1) return pass;
    const tolerant = toleratesLoss(graph, component);
    const isEarly = producerAcks === '0' || producerAcks === '1';
    const isWeak = isEarly || minInsyncReplicas === 1;
    if (tolerant === true && (isWeak || (minInsyncReplicas ?? Infinity) < (replicationFactor ?? 0))) return pass;
    const open = unstated({ replicationFactor, producerAcks, ...(isEarly ? {} : { minInsyncReplicas }) });
    if (open.length > 0) return notStated(component.id, ...open);
    const waitsForEvery = (minInsyncReplicas ?? 0) >= (replicationFactor ?? 0);
    if (!isWeak && !waitsForEvery) return pass;
    return fail(isWeak ? (tolerant === false ? 'weak' : 'perhaps') : 'all', {
      data: { name: component.name },
      witness: [component.id],
      evidence: statedEvidence(component.id, { replicationFactor, producerAcks, minInsyncReplicas }),
    });
  },
  fixes: ({ primary, messageId }, { diagram }): readonly Fix[] => {
    const { replicationFactor = 3 } = diagram.components.get(primary)?.properties ?? {};
    const kind = messageId === 'all' ? 'suggest' : 'auto';
    const values = { producerAcks: 'all', minInsyncReplicas: 2 };
    return [replicationFactor > 2 ? setFix('Wait for two copies', kind, primary, values) : setFix('Keep three copies and wait for two', kind, primary, { replicationFactor: 3, ...values })];
  },
});
