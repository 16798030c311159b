import { capacityOf, ceilingOf, isBehindBroker } from '#estimate/capacity.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { ceilingEvidence, comfortable, loadedKinds, openCeiling, perSecond, scalingFix, scalingFor, tightestUse } from './capacity-terms.ts';

/** More arrives at a component than it can ever do. */
export const overloadedComponent = componentRule({
  id: 'capacity/overloaded-component',
  kinds: loadedKinds,
  severity: 'error',
  category: 'performance',
  reach: 'diagram',
  messages: { overloaded: { text: '{name} is offered {load} but sustains about {limit} (estimate).' } },
  docs: {
    what: 'At peak a component gets as much as it sustains, or more, with all the copies that it may have.',
    why: 'Above its limit the line in front of it grows for as long as the peak lasts, and every caller waits in it.',
    fix: 'Run more copies or shards, put a cache in front, or let the work wait in a queue.',
    silentWhen: [
      'It takes its work from a queue or stream only, at its own pace.',
      'It is a queue, a stream, a lock or somebody else\'s system: they have rules of their own.',
      'A rate or a limit is not known for certain.',
    ],
    sources: ['Little\'s law.'],
    question: 'How much does it sustain, and how much arrives at the busiest time?',
  },
  examples: {
    bad: 'client web\nservice api { instances: 10, perInstanceRps: 1000 }\nweb -> api { peakRps: 12000, access: read }',
    good: 'client web\nservice api { instances: 10, perInstanceRps: 1000 }\nweb -> api { peakRps: 3000, access: read }',
  },
  check(component, { graph }) {
    if (isBehindBroker(graph, component)) return undefined;
    const use = tightestUse(graph, component, ceilingOf(component));
    if (use && use.share >= 1) {
      return fail('overloaded', {
        data: { name: component.name, load: perSecond(use.load, use.part), limit: perSecond(use.limit) },
        related: graph.into(component.id).map(({ from }) => ({ id: from.id, role: 'caller' })),
        witness: [component.id],
        evidence: ceilingEvidence(component, use.part),
      });
    }
    // How far it may grow does not matter while what runs now is enough.
    const now = tightestUse(graph, component, capacityOf(component));
    const open = openCeiling(graph, component).filter((property) => property !== 'maxInstances' || !now || now.share >= 1);
    if (open.length > 0) return notStated(component.id, ...open);
    return use ?? now ? pass : undefined;
  },
  fixes({ primary }, { diagram, graph }): readonly Fix[] {
    const component = diagram.components.get(primary);
    const use = component && tightestUse(graph, component, ceilingOf(component));
    const scaling = use && scalingFor(component, use.part, use.load / comfortable, 'more than');
    return scaling ? [scalingFix(component, scaling)] : [];
  },
});
