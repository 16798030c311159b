import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isBlank } from '../blank.ts';
import { fix, set, setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { computeEdges, groupName, isBroadcast } from './stream-terms.ts';

/** A group has more consumers than there are partitions to read. */
export const consumersExceedPartitions = componentRule({
  id: 'stream/consumers-exceed-partitions',
  kinds: ['stream'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  acceptsRationale: 'Any rationale on the stream, a consumer or a connection, for one consumer too many.',
  messages: { idle: { text: '{count} consumers in group "{group}" share {partitions} partitions; {idle} stay idle.' } },
  docs: {
    what: 'The copies that consume a stream as one group are more than its partitions.',
    why: 'A group reads each partition with one consumer. The others cost money and do nothing.',
    fix: 'Split the stream into more partitions, or run fewer copies.',
    silentWhen: ['One consumer is spare, and a rationale says why.', 'Each copy gets every event: broadcast.', 'The consumer has other work too: requests, or another queue or stream.'],
    sources: ['Apache Kafka documentation, introduction.'],
    question: 'What do consumers beyond the number of partitions do?',
  },
  examples: {
    bad: 'service api\nstream events { partitions: 12 }\nworker reader { instances: 20 }\napi -> events -> reader',
    good: 'service api\nstream events { partitions: 12 }\nworker reader { instances: 12 }\napi -> events -> reader',
  },
  check(component, { graph }) {
    const { partitions } = component.properties;
    const groups = groupsOf(graph, component);
    if (partitions === undefined) return groups.some(({ count }) => count > 1) ? notStated(component.id, 'partitions') : pass;
    const large = crowded(groups, component);
    const [largest] = large;
    if (!largest) return pass;
    return fail('idle', {
      data: { count: largest.count, group: largest.name, partitions, idle: largest.count - partitions },
      related: [...new Set(large.flatMap(({ consumers }) => consumers))].map(({ id }) => ({ id, role: 'consumer' })),
      witness: [component.id, ...largest.edges.flatMap(({ id, to }) => [id, to.id])],
      evidence: [...statedEvidence(component.id, { partitions }), ...largest.consumers.flatMap(({ id, properties: { instances } }) => statedEvidence(id, { instances }))],
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const stream = diagram.components.get(primary);
    const { partitions } = stream?.properties ?? {};
    const large = stream ? crowded(groupsOf(graph, stream), stream) : [];
    const [largest] = large;
    if (!largest || partitions === undefined) return [];
    const split = setFix(`Split it into ${largest.count} partitions (keys move)`, 'suggest', primary, { partitions: largest.count });
    if (large.some(({ consumers }) => consumers.length > 1)) return [split];
    const fewer = fix(`Run ${partitions} ${partitions === 1 ? 'consumer' : 'consumers'}`, 'suggest', (now) => large.flatMap(({ consumers }) => consumers).reduce((next, { id }) => set(next, id, { instances: partitions }), now));
    return [split, fewer];
  },
});

interface Group {
  readonly name: string;
  readonly edges: readonly Edge[];
  readonly consumers: readonly Component[];
  readonly count: number;
}

/** Who shares the events of a stream, by group; a consumer without a group is one of its own. */
function groupsOf(graph: Graph, stream: Component): readonly Group[] {
  const edges = computeEdges(graph, stream.id).filter((edge) => !isBroadcast(edge) && !hasOtherWork(graph, edge));
  const byGroup = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = groupName(edge) || `only ${edge.to.id}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), edge]);
  }
  return [...byGroup.values()].map((members) => {
    const consumers = [...new Set(members.map(({ to }) => to))];
    const name = members.map((edge) => groupName(edge) || edge.to.name)[0] ?? '';
    return { name, edges: members, consumers, count: consumers.reduce((sum, { properties: { instances = 1 } }) => sum + instances, 0) };
  });
}

/** Groups with idle consumers, the largest first. */
const crowded = (groups: readonly Group[], stream: Component): readonly Group[] => {
  const { partitions = Infinity } = stream.properties;
  return groups.filter((group) => group.count > partitions && !(group.count === partitions + 1 && isExplained(group, stream))).toSorted((a, b) => b.count - a.count);
};

const hasOtherWork = (graph: Graph, { from, to }: Edge): boolean => graph.into(to.id).some((other) => other.from.id !== from.id);

const isExplained = ({ edges, consumers }: Group, stream: Component): boolean =>
  [stream, ...consumers, ...edges.map(({ connection }) => connection)].some(({ properties }) => !isBlank(properties.rationale));
