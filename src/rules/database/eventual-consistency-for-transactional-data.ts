import type { Component } from '#diagram/diagram.ts';
import { writes } from '#graph/access.ts';
import { entitiesOf, flowsOf, isLossTolerant } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { edgeIntoDatabase, missesQuorum, overlappingQuorums } from './database-terms.ts';

/** A write needs a guarantee that the database does not give. */
export const eventualConsistencyForTransactionalData = connectionRule({
  id: 'database/eventual-consistency-for-transactional-data',
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    eventual: { text: '{from} needs {need} on {name}, which offers eventual consistency only.' },
    none: { text: '{from} needs transactions on {name}, which offers none.' },
    single: { text: '{from} needs one transaction over several items of {name}, which offers it for a single item only.' },
  },
  docs: {
    what: 'A connection writes data that must be right at once, or as a whole, to a database that does not promise it.',
    why: 'Two buyers, one seat: with eventual consistency both of them can succeed.',
    fix: 'Choose a store or a level with the guarantee, or redesign: one writer for each key, or a conditional write.',
    silentWhen: [
      'Losing some of these writes is acceptable.',
      'Only an entity asks for strong consistency, and the connection states that it needs less.',
      'Only entities ask for it, and another component has the last word on them: this is a copy.',
      'A single item is all the database locks, and the write is conditional.',
      'The consistency is tunable: it can be strong.',
    ],
    sources: ['Designing Data-Intensive Applications, chapters 7 and 9.'],
    question: 'Two users change this at the same moment: what happens?',
  },
  examples: {
    bad: 'service payment\ncore-database db { consistencyModel: eventual }\npayment -> db { access: write, transactional: true }',
    good: 'service booking\ncore-database db { consistencyModel: strong, transactions: multi-item }\nbooking -> db { access: write, transactional: true }',
  },
  check({ id }, { graph }) {
    const edge = edgeIntoDatabase(graph, id);
    if (!edge || edge.interaction === 'replicate' || writes(edge) !== true) return undefined;
    const { consistencyModel, transactions } = edge.to.properties;
    const isUnit = edge.connection.properties.transactional === true;
    const needsStrong = isUnit || needsStrongWrite(graph, edge);
    if (!needsStrong || isLossTolerant(graph, edge) === true) return pass;
    const lacks = lacksOf(graph, edge);
    const [first] = lacks;
    if (first) {
      return fail(first, {
        data: { from: edge.from.name, name: edge.to.name, need: isUnit ? 'transactions' : 'strong consistency' },
        related: [{ id: edge.from.id, role: 'writer' }, { id: edge.to.id, role: 'database' }],
        witness: [edge.from.id, id, edge.to.id],
        evidence: statedEvidence(edge.to.id, first === 'eventual' ? { consistencyModel } : { transactions }),
      });
    }
    const open = unstated(isUnit ? { consistencyModel, transactions } : { consistencyModel });
    return open.length > 0 ? notStated(edge.to.id, ...open) : pass;
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = edgeIntoDatabase(graph, primary);
    if (!edge) return [];
    const lacks = lacksOf(graph, edge);
    const strong = lacks.includes('eventual') ? strongValues(edge.to) : {};
    const atomic = lacks.some((lack) => lack !== 'eventual') ? { transactions: 'multi-item' } : {};
    const promise = [...(lacks.includes('eventual') ? ['strong consistency'] : []), ...('transactions' in atomic ? ['transactions over several items'] : [])].join(' and ');
    return [setFix(`Give ${edge.to.name} ${promise}`, 'suggest', edge.to.id, { ...strong, ...atomic })];
  },
});

/** Which of its needs the database denies. */
function lacksOf(graph: Graph, edge: Edge): readonly ('eventual' | 'none' | 'single')[] {
  const { consistencyModel, transactions } = edge.to.properties;
  const { transactional, conditionalWrite } = edge.connection.properties;
  const isUnit = transactional === true;
  const hasSeveral = new Set(flowsOf(edge)).size >= 2 && conditionalWrite !== true;
  return [
    ...(consistencyModel === 'eventual' && (isUnit || needsStrongWrite(graph, edge)) ? (['eventual'] as const) : []),
    ...(isUnit && transactions === 'none' ? (['none'] as const) : []),
    ...(isUnit && transactions === 'single-item' && hasSeveral ? (['single'] as const) : []),
  ];
}

/** Whether the connection asks for strong consistency, or carries an entity that does and of which this is no copy. */
function needsStrongWrite(graph: Graph, edge: Edge): boolean {
  const stated = edge.connection.properties.consistencyRequirement;
  if (stated !== undefined) return stated === 'strong';
  const strong = entitiesOf(graph, edge).filter(({ consistencyNeed }) => consistencyNeed === 'strong');
  return strong.some(({ sourceOfTruth }) => sourceOfTruth === undefined || sourceOfTruth === edge.to.id || !graph.diagram.components.has(sourceOfTruth));
}

/** Strong consistency, with quorums that can keep it. */
function strongValues({ properties }: Component): Readonly<Record<string, unknown>> {
  const consistencyModel = 'strong';
  return missesQuorum({ ...properties, consistencyModel }) ? { consistencyModel, ...overlappingQuorums(properties.replicationFactor ?? 0) } : { consistencyModel };
}
