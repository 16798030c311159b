import { quantity } from '#catalog/wording.ts';
import { setFix } from '../fixing.ts';
import { consumeEdges } from '../queue/broker-terms.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { archivesOf, mayBeLost } from './stream-terms.ts';

const week = 604_800;

/** Events are gone before a consumer that was down comes back. */
export const retentionTooShort = componentRule({
  id: 'stream/retention-too-short',
  kinds: ['stream'],
  severity: 'warning',
  category: 'durability',
  reach: 'neighbours',
  messages: { short: { text: '{name} keeps events {retention}; a consumer outage longer than that loses data.' } },
  docs: {
    what: 'A stream drops its events after a short time, though a consumer needs every one of them or goes back to old ones.',
    why: 'Consumers break on a Friday night and are repaired on Monday. What has expired by then is lost.',
    fix: 'Keep events for a week.',
    silentWhen: ['Events are archived.', 'It is compacted: nothing expires by age.', 'Losing what the consumers read is acceptable, and none of them needs to replay it.'],
    sources: ['AWS, Kinesis data retention.'],
    question: 'How long may a consumer be down before it misses events?',
  },
  options: { minSeconds: { default: 86_400, help: 'The shortest retention for events that must not be lost, in seconds.' } },
  examples: {
    bad: 'entity order {}\nservice api\nstream events { retentionSeconds: 3600 }\nworker reader\napi -> events { dataFlows: [order] }\nevents -> reader { dataFlows: [order] }',
    good: 'entity order {}\nservice api\nstream events { retentionSeconds: 604800 }\nworker reader\napi -> events { dataFlows: [order] }\nevents -> reader { dataFlows: [order] }',
  },
  check(component, { graph, option }) {
    const { retentionSeconds, cleanupPolicy } = component.properties;
    if (cleanupPolicy === 'compact' || archivesOf(graph, component).length > 0) return pass;
    const consuming = consumeEdges(graph, component.id);
    const replaying = consuming.filter(({ connection }) => connection.properties.replayRequired === true);
    const dear = consuming.filter((edge) => !mayBeLost(graph, component, edge));
    if (replaying.length + dear.length === 0 || retentionSeconds === 'unlimited') return pass;
    if (retentionSeconds === undefined) return notStated(component.id, 'retentionSeconds');
    const harmed = [...(retentionSeconds < option('minSeconds') ? dear : []), ...(retentionSeconds < week ? replaying : [])];
    const [first] = harmed;
    if (!first) return pass;
    return fail('short', {
      data: { name: component.name, retention: quantity(retentionSeconds, 's') },
      related: [...new Set(harmed.map(({ to }) => to.id))].map((id) => ({ id, role: 'consumer' })),
      witness: [component.id, first.id, first.to.id],
      evidence: [{ record: component.id, property: 'retentionSeconds', value: retentionSeconds }, ...replaying.map(({ id }) => ({ record: id, property: 'replayRequired', value: true }))],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Keep events for a week', 'auto', primary, { retentionSeconds: week })],
});
