import type { Component, Diagram } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { isRequest } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { waysFrom } from '#graph/proxy.ts';
import { addBeside, addConnection, fix, retarget, set, setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { layer7Fix, targetsOf } from './load-balancer-terms.ts';

/** A balancer of connections is asked to decide by what is inside them. */
export const l4WithContentRouting = componentRule({
  id: 'load-balancer/l4-with-content-routing',
  kinds: ['load-balancer'],
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: { blind: { text: '{name} is L4 and cannot see paths, headers, or cookies.' } },
  docs: {
    what: 'A layer 4 balancer routes by content, sticks by cookie, or its connections to several services are labelled with paths.',
    why: 'Layer 4 chooses the target when the connection opens, before a single byte of HTTP has been read.',
    fix: 'Use layer 7, or give each service a balancer of its own.',
    silentWhen: ['It routes no content, sticks by no cookie, and no paths tell its services apart.'],
    sources: ['nginx.org, TCP and UDP load balancing.'],
    question: 'How does this balancer learn what a request asks for?',
  },
  examples: {
    bad: 'client web\nload-balancer lb { layer: L4, contentRouting: [{ match: "/api", target: api }, { match: "/img", target: images }] }\nservice api\nservice images\nweb -> lb -> api\nlb -> images',
    good: 'client web\nload-balancer lb { layer: L4 }\nservice api\nweb -> lb -> api',
  },
  check(component, { graph }) {
    const { layer, contentRouting = [], stickySessions } = component.properties;
    if (layer === 'L7') return pass;
    const seesContent = contentRouting.length > 0 || stickySessions === 'cookie';
    const labelled = seesContent ? [] : edgesByPath(graph, component);
    if (!seesContent && labelled.length === 0) return pass;
    if (layer === undefined) return notStated(component.id, 'layer');
    return fail('blind', {
      ...(seesContent ? {} : { severity: 'warning' }),
      data: { name: component.name },
      related: labelled.map(({ id }) => ({ id, role: 'path' })),
      witness: [component.id, ...labelled.flatMap(({ id, to }) => [id, to.id])],
      evidence: statedEvidence(component.id, {
        layer,
        ...(contentRouting.length > 0 ? { contentRouting } : {}),
        ...(stickySessions === 'cookie' ? { stickySessions } : {}),
      }),
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const balancer = diagram.components.get(primary);
    if (!balancer) return [];
    const { contentRouting = [], stickySessions } = balancer.properties;
    const needsCookie = stickySessions === 'cookie';
    const isByAddress = needsCookie && contentRouting.length === 0 && edgesByPath(graph, balancer).length === 0;
    const canSplit = !needsCookie && targetsOf(graph, balancer).length > 1;
    return [
      ...layer7Fix(graph, balancer),
      ...(canSplit ? [fix('One L4 balancer for each target', 'suggest', (now, freshId) => split(now, freshId, graph, balancer))] : []),
      ...(isByAddress ? [setFix('Stick by the address of the client', 'suggest', primary, { stickySessions: 'source-ip' })] : []),
    ];
  },
});

interface Labelled {
  readonly edge: Edge;
  readonly label: string;
  readonly service: Component;
}

/** Outgoing connections whose labels are paths that tell one service from another. */
function edgesByPath(graph: Graph, { id }: Component): readonly Edge[] {
  const labelled = graph.out(id).flatMap((edge): readonly Labelled[] => {
    const label = edge.connection.label.trim().toLowerCase();
    if (!label.startsWith('/') || !isRequest(edge)) return [];
    const ends = waysFrom(graph, edge).map(({ edges }) => (edges.at(-1) ?? edge).to);
    return ends.filter(({ kind }) => kind === 'service').map((service) => ({ edge, label, service }));
  });
  const apart = labelled.filter((a) => labelled.some((b) => a.label !== b.label && a.service.id !== b.service.id));
  return [...new Set(apart.map(({ edge }) => edge))];
}

/** The diagram in which every target has a balancer of its own, and callers choose among them. */
function split(diagram: Diagram, freshId: FreshId, graph: Graph, balancer: Component): Diagram {
  const { contentRouting: _, ...values } = balancer.properties;
  const [, ...others] = targetsOf(graph, balancer);
  const single = set(diagram, balancer.id, { contentRouting: undefined });
  return others.reduce((next, target) => {
    const id = freshId();
    const added = addBeside(next, { id, kind: balancer.kind, name: `${target.name} balancer`, values, anchor: balancer.id, direction: 'below' });
    const moved = graph.out(balancer.id).filter(({ to }) => to.id === target.id).reduce((now, edge) => retarget(now, edge.id, 'from', id), added);
    return graph.into(balancer.id).reduce((now, { from, interaction = 'request', connection }) => addConnection(now, freshId(), from.id, id, interaction, connection.properties), moved);
  }, single);
}
