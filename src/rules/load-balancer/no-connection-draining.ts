import { isPersistent } from '#graph/access.ts';
import { isCompute } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { passingEdges, scalesAutomatically, targetsOf } from './load-balancer-terms.ts';

/** Copies leave, and nobody waits for their open connections. */
export const noConnectionDraining = componentRule({
  id: 'load-balancer/no-connection-draining',
  kinds: ['load-balancer'],
  severity: 'suggestion',
  category: 'operability',
  reach: 'neighbours',
  messages: { cut: { text: 'Deploys and scale-in cut live connections behind {name}.' } },
  docs: {
    what: 'Connections that stay open lead to copies that come and go, and leaving copies get no time to finish.',
    why: 'All clients of a copy lose it at once and come back at once: a herd, at every deployment.',
    fix: 'Give leaving copies a few minutes of draining.',
    silentWhen: ['A draining time is stated.', 'No target is known to scale by itself.'],
    sources: ['AWS, deregistration delay of target groups.'],
    question: 'What happens to open connections when a copy leaves?',
  },
  examples: {
    bad: 'client app\nload-balancer lb { layer: L4 }\nservice chat { autoScaling: automatic }\napp -> lb { protocol: websocket }\nlb -> chat { protocol: websocket }',
    good: 'client app\nload-balancer lb { layer: L4, connectionDrainingSeconds: 300 }\nservice chat { autoScaling: automatic }\napp -> lb { protocol: websocket }\nlb -> chat { protocol: websocket }',
  },
  check(component, { graph }) {
    const lasting = passingEdges(graph, component).filter((edge) => isPersistent(edge) === true);
    const { connectionDrainingSeconds } = component.properties;
    if (lasting.length === 0) return undefined;
    if ((connectionDrainingSeconds ?? 0) > 0) return pass;
    const targets = targetsOf(graph, component);
    const scaling = targets.filter(scalesAutomatically);
    if (scaling.length === 0) {
      const open = targets.filter((target) => isCompute(target) && target.properties.autoScaling === undefined);
      return open.length > 0 ? { verdict: 'not-stated', fields: open.map(({ id }) => ({ record: id, property: 'autoScaling' })) } : pass;
    }
    return fail('cut', {
      data: { name: component.name },
      related: [...lasting.map(({ id }) => ({ id, role: 'open connection' })), ...scaling.map(({ id }) => ({ id, role: 'target' }))],
      witness: [component.id],
      evidence: [...statedEvidence(component.id, { connectionDrainingSeconds }), ...scaling.flatMap(({ id, properties: { autoScaling } }) => statedEvidence(id, { autoScaling }))],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Drain for five minutes', 'suggest', primary, { connectionDrainingSeconds: 300 })],
});
