import { ceilingOf, isBehindBroker } from '#estimate/capacity.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { ceilingEvidence, comfortable, loadedKinds, percent, scalingFix, scalingFor, tightestUse } from './capacity-terms.ts';

/** A component is so busy at peak that its callers wait. */
export const highUtilization = componentRule({
  id: 'capacity/high-utilization',
  kinds: loadedKinds,
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: { busy: { text: '{name} runs at {use} at peak; waiting time rises steeply from here (estimate).' } },
  docs: {
    what: 'At peak a component is close to what it sustains.',
    why: 'Requests come in clusters. The fuller a component is, the longer each cluster waits, and near the limit the wait has no end.',
    fix: 'Run more copies or shards, or take load away with a cache or a queue.',
    silentWhen: [
      'It takes its work from a queue or stream only, at its own pace.',
      'It is a queue, a stream, a lock or somebody else\'s system: they have rules of their own.',
      'A rate or a limit is not known for certain.',
    ],
    sources: ['Waiting in M/M/c systems, Erlang C.'],
    question: 'How full is it at the busiest time?',
  },
  options: { warnAt: { default: comfortable, help: 'Share of what it sustains from which on a component counts as too busy.' } },
  examples: {
    bad: 'client web\nservice api { instances: 10, perInstanceRps: 1000 }\nweb -> api { peakRps: 8500, access: read }',
    good: 'client web\nservice api { instances: 10, perInstanceRps: 1000 }\nweb -> api { peakRps: 5000, access: read }',
  },
  check(component, { graph, option }) {
    if (isBehindBroker(graph, component)) return undefined;
    const use = tightestUse(graph, component, ceilingOf(component));
    if (!use) return undefined;
    if (use.share < option('warnAt') || use.share >= 1) return pass;
    return fail('busy', {
      data: { name: component.name, use: percent(use.share) },
      related: graph.into(component.id).map(({ from }) => ({ id: from.id, role: 'caller' })),
      witness: [component.id],
      evidence: ceilingEvidence(component, use.part),
    });
  },
  fixes({ primary }, { diagram, graph, option }): readonly Fix[] {
    const component = diagram.components.get(primary);
    const use = component && tightestUse(graph, component, ceilingOf(component));
    const scaling = use && scalingFor(component, use.part, use.load / option('warnAt'), 'more than');
    return scaling ? [scalingFix(component, scaling)] : [];
  },
});
