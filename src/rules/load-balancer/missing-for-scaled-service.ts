import type { Component } from '#diagram/diagram.ts';
import { isRequest, isSync } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { addBeside, addConnection, fix, retarget, set } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';

const platforms = /lambda|functions|cloud run|app engine|app service|app runner|heroku|vercel|workers/i;

/** A service runs several copies, and nobody picks one. */
export const missingForScaledService = componentRule({
  id: 'load-balancer/missing-for-scaled-service',
  kinds: ['service'],
  severity: 'warning',
  category: 'availability',
  reach: 'neighbours',
  messages: {
    missing: { text: '{name} runs {copies}, but {caller} calls it without a load balancer.' },
    open: { severity: 'suggestion', text: 'Who picks the copy of {name} when {caller} calls it?' },
  },
  docs: {
    what: 'A caller reaches a service with several copies directly.',
    why: 'Somebody must choose a copy for each request, and leave out the dead ones.',
    fix: 'Put a load balancer in front, or say that callers balance by themselves: mesh or discovery.',
    silentWhen: ['The platform picks the copy: Lambda, Cloud Run and the like, or a managed service.', 'The service has one copy, or does not say.', 'The caller balances by itself.'],
    sources: ['Google SRE book, load balancing in the datacenter.'],
    question: 'Who chooses the copy that answers?',
  },
  examples: {
    bad: 'client web\nservice api { instances: 3 }\nweb -> api',
    good: 'client web\nload-balancer lb\nservice api { instances: 3 }\nweb -> lb -> api',
  },
  check(component, { graph }) {
    const { instances, autoScaling, highAvailability, technology } = component.properties;
    if (!((instances ?? 0) >= 2 || autoScaling === 'automatic')) return undefined;
    if (highAvailability === 'managed' || platforms.test(technology ?? '')) return pass;
    const calls = bareCalls(graph, component);
    const strongest = calls.find(isCertain) ?? calls[0];
    if (!strongest) return pass;
    return fail(isCertain(strongest) ? 'missing' : 'open', {
      data: { name: component.name, caller: strongest.from.name, copies: instances === undefined || instances < 2 ? 'a changing number of copies' : `${instances} copies` },
      related: calls.map(({ from }) => ({ id: from.id, role: 'caller' })),
      witness: [strongest.from.id, strongest.id, component.id],
      evidence: [{ record: component.id, property: instances === undefined ? 'autoScaling' : 'instances', value: instances ?? autoScaling }],
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const service = diagram.components.get(primary);
    if (!service) return [];
    const calls = bareCalls(graph, service);
    const layer = calls.some(({ connection }) => connection.properties.protocol === 'websocket') ? 'L4' : 'L7';
    return [
      fix('Put a load balancer in front', 'suggest', (now, freshId) => {
        const id = freshId();
        const added = addBeside(now, { id, kind: 'load-balancer', name: `${service.name} balancer`, values: { layer, healthCheck: 'http' }, anchor: primary, direction: 'left' });
        const moved = calls.reduce((next, call) => retarget(next, call.id, 'to', id), added);
        return addConnection(moved, freshId(), id, primary, 'request');
      }),
      fix('Callers balance by themselves', 'suggest', (now) => calls.reduce((next, { id }) => set(next, id, { clientSideLoadBalancing: true }), now)),
    ];
  },
});

/** Requests that arrive with nobody in between who picks a copy. */
const bareCalls = (graph: Graph, { id }: Component): readonly Edge[] =>
  graph.into(id).filter((edge) => {
    const { kind, properties } = edge.from;
    const calls = kind === 'client' || kind === 'external-system' || isCompute(edge.from) || (kind === 'api-gateway' && properties.loadBalancing === false);
    return calls && edge.from.id !== id && isRequest(edge) && isSync(edge) === true && edge.connection.properties.clientSideLoadBalancing !== true;
  });

/** Calls between services are mostly balanced by something that nobody draws. */
const isCertain = ({ from, connection }: Edge): boolean => from.kind === 'client' || from.kind === 'api-gateway' || connection.properties.clientSideLoadBalancing === false;
