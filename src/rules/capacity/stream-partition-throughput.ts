import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import { rateOf } from '#estimate/flow.ts';
import { rounded } from '#estimate/rate.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { componentRule, fail, type Fix, type NotStated, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { comfortable, count, scalingFix } from './capacity-terms.ts';

/** More is written to a stream than its partitions carry. */
export const streamPartitionThroughput = componentRule({
  id: 'capacity/stream-partition-throughput',
  kinds: ['stream'],
  severity: 'error',
  category: 'performance',
  reach: 'diagram',
  messages: { exceeded: { text: '{name} takes {arrival}, but {partitions} {limit} (estimate).' } },
  docs: {
    what: 'At peak more records or bytes are written to a stream than all its partitions carry together.',
    why: 'Producers are throttled: they wait, retry, or lose what they wanted to say.',
    fix: 'Split the stream into more partitions, or write fewer and smaller records.',
    silentWhen: ['The limits of a partition are not stated, as where the provider sizes the stream on demand.', 'A rate or a size is not known for certain.'],
    sources: ['AWS, Kinesis Data Streams quotas.'],
    question: 'How much is written at the busiest time, and how much does one partition carry?',
  },
  examples: {
    bad: 'service api\nstream events { partitions: 2, perPartitionBytesPerSecond: 1000000 }\nworker indexer\napi -> events { peakRps: 5000, requestBytes: 1000 }\nevents -> indexer',
    good: 'service api\nstream events { partitions: 10, perPartitionBytesPerSecond: 1000000 }\nworker indexer\napi -> events { peakRps: 5000, requestBytes: 1000 }\nevents -> indexer',
  },
  check(component, { graph }) {
    const { partitions } = component.properties;
    const [worst] = demandsOn(graph, component);
    if (!worst) return askForSizes(graph, component);
    if (partitions === undefined) return notStated(component.id, 'partitions');
    const limit = partitions * worst.each;
    if (worst.arrival <= limit) return askForSizes(graph, component) ?? pass;
    return fail('exceeded', {
      data: {
        name: component.name,
        arrival: worst.text(worst.arrival),
        partitions: partitions === 1 ? 'its partition carries' : `its ${count(partitions)} partitions carry`,
        limit: worst.text(limit),
      },
      related: writing(graph, component).map(({ from }) => ({ id: from.id, role: 'producer' })),
      witness: [...writing(graph, component).map(({ id }) => id), component.id],
      evidence: statedEvidence(component.id, { partitions, [worst.property]: worst.each }),
    });
  },
  fixes({ primary }, { diagram, graph }): readonly Fix[] {
    const component = diagram.components.get(primary);
    const [worst] = component ? demandsOn(graph, component) : [];
    if (!component || !worst?.each) return [];
    return [scalingFix(component, { property: 'partitions', count: Math.ceil(rounded(worst.arrival / (comfortable * worst.each))) }, 'auto')];
  },
});

const messages: ReadonlySet<string> = new Set(['publish', 'change-data-capture', 'consume']);

const writing = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter(({ interaction }) => messages.has(interaction ?? ''));

interface Demand {
  readonly property: string;
  /** All that is written in a second, beside what one partition takes. */
  readonly arrival: number;
  readonly each: number;
  text(value: number): string;
}

/** What is known of the writing, against the limits that are stated; the worst first. */
function demandsOn(graph: Graph, component: Component): readonly Demand[] {
  const { perPartitionRps, perPartitionBytesPerSecond } = component.properties;
  const edges = writing(graph, component);
  const demand = (property: string, each: number | undefined, size: (edge: Edge) => number | undefined, text: Demand['text']): readonly Demand[] => {
    const arrival = sumOver(edges, (edge) => product(rateOf(graph, edge), size(edge)));
    return each === undefined || arrival === undefined || arrival === 0 ? [] : [{ property, arrival, each, text }];
  };
  return [
    ...demand('perPartitionRps', perPartitionRps, ({ connection }) => connection.properties.batchSize ?? 1, (value) => `${count(value)} records/s`),
    ...demand('perPartitionBytesPerSecond', perPartitionBytesPerSecond, ({ connection }) => connection.properties.requestBytes, (value) => quantity(value, 'bytes/s')),
  ].toSorted((a, b) => b.arrival / b.each - a.arrival / a.each);
}

/** Asks how large records are whose rate is known, where bytes have a limit. */
function askForSizes(graph: Graph, component: Component): NotStated | undefined {
  if (component.properties.perPartitionBytesPerSecond === undefined) return undefined;
  const open = writing(graph, component).filter((edge) => edge.connection.properties.requestBytes === undefined && rateOf(graph, edge) !== undefined);
  return open.length === 0 ? undefined : { verdict: 'not-stated', fields: open.map(({ id }) => ({ record: id, property: 'requestBytes' })) };
}

const product = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? undefined : rounded(a * b));

const sumOver = (edges: readonly Edge[], value: (edge: Edge) => number | undefined): number | undefined =>
  edges.reduce<number | undefined>((sum, edge) => {
    const next = value(edge);
    return sum === undefined || next === undefined ? undefined : rounded(sum + next);
  }, 0);
