import type { Component } from '#diagram/diagram.ts';
import { ceilingOf, isBehindBroker } from '#estimate/capacity.ts';
import { rounded } from '#estimate/rate.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { ceilingEvidence, type Scaling, scalingFix, scalingFor, tightestUse, type Use } from './capacity-terms.ts';

/** What is left after one failure cannot carry the peak. */
export const noHeadroomForFailure = componentRule({
  id: 'capacity/no-headroom-for-failure',
  kinds: ['service', 'worker', 'api-gateway', 'load-balancer'],
  severity: 'suggestion',
  category: 'availability',
  reach: 'diagram',
  messages: { tight: { text: 'If one {lost} of {name} fails at peak, the rest is overloaded (estimate).' } },
  docs: {
    what: 'All copies together carry the peak; without one of them, or without one zone, they do not.',
    why: 'The load of the lost copy falls on the others. If that is too much, they fail one after another.',
    fix: 'Run at least one copy more than the peak needs, spread over the zones.',
    silentWhen: ['It takes its work from a queue or stream only, at its own pace.', 'It is overloaded already, or runs in a single copy: other rules speak.', 'A rate or a limit is not known for certain.'],
    sources: ['Google, Site Reliability Engineering, chapter 22.'],
    question: 'Does the rest carry the peak when one copy fails?',
  },
  examples: {
    bad: 'client web\nservice api { instances: 2, perInstanceRps: 1000 }\nweb -> api { peakRps: 1000, access: read }',
    good: 'client web\nservice api { instances: 3, perInstanceRps: 1000 }\nweb -> api { peakRps: 1500, access: read }',
  },
  check(component, { graph }) {
    if (isBehindBroker(graph, component)) return undefined;
    const use = tightestUse(graph, component, ceilingOf(component));
    if (!use) return undefined;
    if (use.share >= 1) return pass;
    const lost = losses(component).find(({ units }) => breaks(use, units));
    if (!lost) return pass;
    return fail('tight', {
      data: { name: component.name, lost: lost.of },
      witness: [component.id],
      evidence: [...ceilingEvidence(component, use.part), { record: component.id, property: lost.of === 'zone' ? 'zones' : 'instances', value: lost.units }],
    });
  },
  fixes({ primary }, { diagram, graph }): readonly Fix[] {
    const component = diagram.components.get(primary);
    const use = component && tightestUse(graph, component, ceilingOf(component));
    const scaling = use && roomy(component, use);
    return scaling ? [scalingFix(component, scaling, 'auto')] : [];
  },
});

/** What may fail as one, and how many of them there are: copies and zones. */
function losses({ properties: { instances = 0, zones = 0 } }: Component): readonly { readonly of: 'copy' | 'zone'; readonly units: number }[] {
  return [{ of: 'copy' as const, units: instances }, { of: 'zone' as const, units: zones }].filter(({ units }) => units >= 2);
}

/** Whether all units but one are too few. */
const breaks = ({ load, limit }: Use, units: number): boolean => rounded((load * units) / (units - 1)) >= limit;

/** Enough copies that those which a failure leaves still carry more than the load. What runs does not change where the limit of scaling does. */
function roomy(component: Component, { part, load }: Use): Scaling | undefined {
  const enough = scalingFor(component, part, load, 'more than');
  const lasting = losses(component).filter(({ of }) => of === 'zone' || enough?.property === 'maxInstances');
  const counts = lasting.map(({ units }) => scalingFor(component, part, (load * units) / (units - 1), 'more than')?.count ?? 0);
  return enough && { ...enough, count: Math.max(enough.count + 1, ...counts) };
}
