import { isAllowed } from '#catalog/interaction.ts';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { applyDiff } from '#diagram/diff.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { isRedundant } from '#graph/redundancy.ts';
import { isModest } from '#graph/roles.ts';
import { fix, retarget, setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { scalesAutomatically, targetsOf } from './load-balancer-terms.ts';

/** There is one copy to choose from. */
export const singleTarget = componentRule({
  id: 'load-balancer/single-target',
  kinds: ['load-balancer'],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { alone: { text: '{name} balances over a single instance of {target}.' } },
  docs: {
    what: 'All traffic of a balancer goes to one component that runs once.',
    why: 'With one copy nothing is spread and nobody takes over. What remains is one more hop.',
    fix: 'Run more copies, or leave the balancer out.',
    silentWhen: ['The number of copies is not stated.', 'Copies come and go with the load.', 'The target survives losing a copy.'],
    sources: ['AWS Well-Architected Framework, reliability pillar.'],
    question: 'How many copies stand behind this balancer?',
  },
  examples: {
    bad: 'client web\nload-balancer lb\nservice api { instances: 1 }\nweb -> lb -> api',
    good: 'client web\nload-balancer lb\nservice api { instances: 3 }\nweb -> lb -> api',
  },
  check(component, { graph }) {
    const [target, another] = targetsOf(graph, component);
    if (!target || another || (target.kind !== 'service' && target.kind !== 'worker')) return undefined;
    const { instances } = target.properties;
    if (scalesAutomatically(target) || isRedundant(target) === true) return pass;
    if (instances === undefined) return notStated(target.id, 'instances');
    if (instances !== 1) return pass;
    return fail('alone', {
      ...(isModest(graph) ? { severity: 'suggestion' } : {}),
      data: { name: component.name, target: target.name },
      related: [{ id: target.id, role: 'target' }],
      witness: [component.id, ...graph.out(component.id).filter(({ to }) => to.id === target.id).slice(0, 1).map(({ id }) => id), target.id],
      evidence: [{ record: target.id, property: 'instances', value: instances }],
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const balancer = diagram.components.get(primary);
    const [target] = balancer ? targetsOf(graph, balancer) : [];
    if (!target) return [];
    const staysSound = target.properties.sessionState !== 'in-memory';
    const canBypass = graph.into(primary).every(({ interaction = 'request', from }) => isAllowed(interaction, from.kind, target.kind));
    return [
      ...(staysSound ? [setFix(`Run two copies of ${target.name}`, 'suggest', target.id, { instances: 2, highAvailability: undefined })] : []),
      ...(canBypass ? [fix('Leave the balancer out', 'suggest', (now) => bypass(now, graph, primary, target))] : []),
    ];
  },
});

/** The diagram without the balancer, its callers at its target. */
function bypass(diagram: Diagram, graph: Graph, balancer: Id, { id: target }: Component): Diagram {
  const moved = graph.into(balancer).filter(({ from }) => from.id !== target).reduce((next, { id }) => retarget(next, id, 'to', target), diagram);
  const removal = deleteRecords(moved, { ids: [balancer] });
  return removal ? applyDiff(moved, removal.diff) : moved;
}
