import { isPersistent } from '#graph/access.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { allowedIdleTimeout, passingEdges } from './load-balancer-terms.ts';

const shortTimeout = 60;

/** A proxy hangs up before the next sign of life is due. */
export const idleTimeoutShorterThanHeartbeat = componentRule({
  id: 'load-balancer/idle-timeout-shorter-than-heartbeat',
  kinds: ['load-balancer', 'api-gateway'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    shorter: { text: '{name} closes idle connections after {idle} s but the heartbeat is every {heartbeat} s.' },
    unknown: { severity: 'suggestion', text: '{name} closes idle connections after {idle} s; how often is a heartbeat sent?' },
  },
  docs: {
    what: 'A connection that stays open is pinged no more often than the proxy hangs up on silence.',
    why: 'A quiet connection is cut at the very moment when its ping is due. With 60 s against 60 s this has happened in production.',
    fix: 'Keep idle connections at least twice as long as the heartbeat.',
    silentWhen: ['The idle timeout is not stated.', 'Every stated heartbeat is shorter than the timeout.', 'No heartbeat is stated, and the timeout is longer than a minute.'],
    sources: ['AWS, ALB listeners.', 'AWS, NLB TCP idle timeout.'],
    question: 'After how much silence does this proxy hang up?',
  },
  examples: {
    bad: 'client app\nload-balancer lb { layer: L4, idleTimeoutSeconds: 60 }\nservice chat\napp -> lb { protocol: websocket, heartbeatSeconds: 60 }\nlb -> chat { protocol: websocket }',
    good: 'client app\nload-balancer lb { layer: L4, idleTimeoutSeconds: 350 }\nservice chat\napp -> lb { protocol: websocket, heartbeatSeconds: 30 }\nlb -> chat { protocol: websocket }',
  },
  check(component, { graph }) {
    const { idleTimeoutSeconds: idle } = component.properties;
    const lasting = passingEdges(graph, component).filter((edge) => isPersistent(edge) === true);
    if (lasting.length === 0) return undefined;
    if (idle === undefined) return notStated(component.id, 'idleTimeoutSeconds');
    const beats = lasting.flatMap((edge) => edge.connection.properties.heartbeatSeconds ?? []);
    const slowest = Math.max(...beats);
    const isUnknown = beats.length === 0 && idle <= shortTimeout;
    if (!isUnknown && !(slowest >= idle)) return pass;
    const shown = isUnknown ? lasting : lasting.filter(({ connection }) => (connection.properties.heartbeatSeconds ?? 0) >= idle);
    return fail(isUnknown ? 'unknown' : 'shorter', {
      data: { name: component.name, idle, ...(isUnknown ? {} : { heartbeat: slowest }) },
      related: shown.map(({ id }) => ({ id, role: 'open connection' })),
      witness: shown.slice(0, 1).flatMap(({ from, id, to }) => [from.id, id, to.id]),
      evidence: [
        { record: component.id, property: 'idleTimeoutSeconds', value: idle },
        ...(isUnknown ? [] : shown.map(({ id, connection }) => ({ record: id, property: 'heartbeatSeconds', value: connection.properties.heartbeatSeconds }))),
      ],
    });
  },
  fixes: ({ primary, data }, { diagram }): readonly Fix[] => {
    const component = diagram.components.get(primary);
    const heartbeat = Number(data['heartbeat'] ?? NaN);
    if (!component || Number.isNaN(heartbeat)) return [];
    const seconds = allowedIdleTimeout(component, 2 * heartbeat);
    return seconds > heartbeat ? [setFix(`Keep idle connections for ${seconds} s`, 'auto', primary, { idleTimeoutSeconds: seconds })] : [];
  },
});
