import type { Component } from '#diagram/diagram.ts';
import { isPersistent } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute, isProxy } from '#graph/roles.ts';
import { addBeside, addConnection, fix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** A copy that learns something holds no connection to the user whom it concerns. */
export const pushWithoutRouting = componentRule({
  id: 'service/push-without-routing',
  kinds: ['service'],
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: { stranded: { text: 'Events for a user may arise on another copy of {name}; how do they reach the one holding the connection?' } },
  docs: {
    what: 'Several copies of a service push to connected users, and nothing tells one copy what happened on another.',
    why: 'An open connection belongs to one copy. An event that arises elsewhere never gets there by itself.',
    fix: 'Let all copies consume a stream or a pub/sub channel, or keep a registry of who is connected where.',
    silentWhen: ['A balancer sends each user to the copy of a consistent hash.', 'Another service calls it by a connection that is labelled "routing".', 'It consumes messages or captured changes, or uses a cache for pub/sub or presence.', 'There is one copy.'],
    sources: ['Experience.'],
    question: 'An event arises on one copy, the user is connected to another: how does it get there?',
  },
  examples: {
    bad: 'client app\nload-balancer lb\nservice live { instances: 3 }\napp -> lb { protocol: sse, serverPush: true }\nlb -> live { protocol: sse, serverPush: true }',
    good: 'client app\nload-balancer lb\nservice live { instances: 3 }\nservice api\nstream events\napp -> lb { protocol: sse, serverPush: true }\nlb -> live { protocol: sse, serverPush: true }\napp -> api\napi -> events\nevents -> live { deliveryMode: broadcast }',
  },
  check(component, { graph }) {
    const { instances } = component.properties;
    const lasting = arriving(graph, component).filter((edge) => isPersistent(edge) === true && edge.connection.properties.serverPush !== false);
    if (lasting.length === 0 || (instances !== undefined && instances < 2) || isRouted(graph, component)) return pass;
    const caches = graph.out(component.id).filter(({ to, interaction }) => to.kind === 'distributed-cache' && (interaction === 'request' || interaction === undefined));
    if (hasMessages(graph, component) || caches.some(({ to }) => to.properties.useCase === 'pub-sub' || to.properties.useCase === 'presence')) return pass;
    const [push] = lasting.filter(({ connection }) => connection.properties.serverPush === true);
    if (!push) return { verdict: 'not-stated', fields: lasting.map(({ id }) => ({ record: id, property: 'serverPush' })) };
    if (instances === undefined) return notStated(component.id, 'instances');
    const perhaps = caches.filter(({ to }) => to.properties.useCase === undefined);
    return fail('stranded', {
      ...(perhaps.length > 0 ? { severity: 'suggestion' } : {}),
      data: { name: component.name },
      related: [{ id: push.id, role: 'push' }, ...perhaps.map(({ to }) => ({ id: to.id, role: 'cache' }))],
      witness: [push.from.id, push.id, ...(push.to.id === component.id ? [] : [push.to.id]), component.id],
      evidence: [...statedEvidence(component.id, { instances }), { record: push.id, property: 'serverPush', value: true }],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    fix('Add a stream that every copy reads', 'suggest', (diagram, freshId) => {
      const id = freshId();
      const values = { partitions: 12, replicationFactor: 3, retentionSeconds: 604_800 };
      const added = addBeside(diagram, { id, kind: 'stream', name: 'Events for users', values, anchor: primary, direction: 'right' });
      return addConnection(added, freshId(), id, primary, 'consume', { deliveryMode: 'broadcast', poisonPolicy: 'skip-and-log' });
    }),
  ],
});

/** Connections to the service, and to proxies that lead nowhere else. */
const arriving = (graph: Graph, { id }: Component): readonly Edge[] =>
  graph.into(id).flatMap((edge) => (isProxy(edge.from) && graph.out(edge.from.id).every(({ to }) => to.id === id) ? [edge, ...graph.into(edge.from.id)] : [edge]));

const hasMessages = (graph: Graph, { id }: Component): boolean => graph.into(id).some(({ interaction }) => interaction === 'consume' || interaction === 'change-data-capture');

/** Whether somebody in front knows which copy a user is connected to. */
const isRouted = (graph: Graph, { id }: Component): boolean =>
  graph.into(id).some((edge) => {
    if (edge.from.kind === 'load-balancer' && edge.from.properties.algorithm === 'consistent-hash') return true;
    return edge.interaction === 'request' && isCompute(edge.from) && /\brouting\b/i.test(edge.connection.label);
  });
