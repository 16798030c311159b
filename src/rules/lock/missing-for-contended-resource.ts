import type { Entity, Id } from '#diagram/diagram.ts';
import { writes } from '#graph/access.ts';
import { entitiesOf, isStrong } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { fix, setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { changeable, keyPatternOf, takingEdges, withLock } from './lock-terms.ts';

const usualTtl = 30_000;

/** Two copies of a service may change the same row at once, and nothing lets one of them lose. */
export const missingForContendedResource = connectionRule({
  id: 'lock/missing-for-contended-resource',
  severity: 'suggestion',
  category: 'correctness',
  reach: 'diagram',
  messages: { races: { text: 'Two copies of {name} can change the same {what} at once: what excludes it?' } },
  options: { maxSeconds: { default: 5, help: 'Seconds for which a row lock or a transaction may be held.' } },
  docs: {
    what: 'A component with several copies makes writes that must be right, and neither a lock, a condition nor a transaction of the database keeps two of them apart.',
    why: 'Check, then act: both copies read that the seat is free, and both sell it.',
    fix: 'Make the write conditional, put check and write into one transaction, or take a lock.',
    silentWhen: ['The component takes a lock.', 'The write is conditional.', 'The transactions of the database keep what they have read.', 'What is written never changes, or only grows.'],
    sources: ['Designing Data-Intensive Applications, chapter 7.'],
    question: 'Two copies read the same row and both decide to write: who loses?',
  },
  examples: {
    bad: 'service booking { instances: 3 }\ncore-database seats { consistencyModel: strong, transactions: single-item }\nbooking -> seats { access: read-write, transactional: true }',
    good: 'service booking { instances: 3 }\ncore-database seats { consistencyModel: strong, transactions: single-item }\nbooking -> seats { access: read-write, transactional: true, conditionalWrite: true }',
  },
  check({ id }, { graph, option }) {
    const edge = contendedWrite(graph, id);
    if (!edge) return undefined;
    const { instances } = edge.from.properties;
    const { transactions, isolationLevel } = edge.to.properties;
    const { conditionalWrite, lockHoldSeconds = 0, transactional } = edge.connection.properties;
    if (conditionalWrite === true || takingEdges(graph, edge.from.id).length > 0 || onlyGrows(graph, edge) || (instances !== undefined && instances < 2)) return pass;
    const isLong = lockHoldSeconds > option('maxSeconds');
    const isAtomic = transactions === 'multi-item' || transactions === 'multi-partition';
    if (isAtomic && (!isLong || isolating.has(isolationLevel ?? ''))) return pass;
    const fields = [
      ...(instances === undefined ? [{ record: edge.from.id, property: 'instances' }] : []),
      ...(transactions === undefined && !isLong ? [{ record: edge.to.id, property: 'transactions' }] : []),
    ];
    if (fields.length > 0) return { verdict: 'not-stated', fields };
    return fail('races', {
      data: { name: edge.from.name, what: contended(graph, edge)?.name ?? 'row' },
      related: [{ id: edge.from.id, role: 'writer' }, { id: edge.to.id, role: 'database' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [
        ...statedEvidence(edge.from.id, { instances }),
        ...statedEvidence(id, { transactional, lockHoldSeconds: isLong ? lockHoldSeconds : undefined }),
        ...statedEvidence(edge.to.id, { transactions, isolationLevel }),
      ],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge) return [];
    const values = { ttlMs: usualTtl, renewal: 'heartbeat', lockKeyPattern: keyPatternOf(contended(graph, edge)) };
    return [
      setFix('Make this write conditional', 'suggest', primary, { conditionalWrite: true }),
      fix('Take a lock', 'suggest', (diagram, freshId) => withLock(diagram, freshId, edge.from, `${edge.to.name} lock`, values)),
    ];
  },
});

const isolating: ReadonlySet<string> = new Set(['repeatable-read', 'snapshot', 'serializable']);

/** A write of code to a database that must be right: part of a transaction, or strongly consistent. */
function contendedWrite(graph: Graph, id: Id): Edge | undefined {
  const edge = graph.edge(id);
  if (!edge || !isCompute(edge.from) || edge.to.kind !== 'core-database' || writes(edge) !== true) return undefined;
  return edge.connection.properties.transactional === true || isStrong(graph, edge) ? edge : undefined;
}

/** What two copies could change at once; undefined where the connection names nothing that changes. */
const contended = (graph: Graph, edge: Edge): Entity | undefined => changeable(entitiesOf(graph, edge))[0];

const onlyGrows = (graph: Graph, edge: Edge): boolean => entitiesOf(graph, edge).length > 0 && !contended(graph, edge);
