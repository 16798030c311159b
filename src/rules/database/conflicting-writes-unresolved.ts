import type { Component, Entity } from '#diagram/diagram.ts';
import { flowsOf, isLossTolerant, known } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { componentRule, fail, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { keptEntities, perhapsWritingEdges, writingEdges } from './database-terms.ts';

/** Several places accept writes of one record, and nobody settles which of them counts. */
export const conflictingWritesUnresolved = componentRule({
  id: 'database/conflicting-writes-unresolved',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    none: { text: '{name} accepts writes in several places and resolves no conflicts.' },
    open: { severity: 'suggestion', text: 'How does {name} resolve two concurrent writes of one record?' },
    lww: { text: 'In {name} the last write wins, which silently drops one of two concurrent updates of {entity}.' },
  },
  docs: {
    what: 'A database without a single leader takes concurrent writes of the same record.',
    why: 'Concurrent updates are certain, not rare. Without a rule one of them is lost, or the copies differ for ever.',
    fix: 'Use version vectors, a CRDT or a merge in the application, or give every key one leader.',
    silentWhen: [
      'All writes carry data that is only added, or never changes.',
      'Losing some of the writes is acceptable.',
      'Every write is conditional.',
    ],
    sources: ['Designing Data-Intensive Applications, chapter 5.'],
    question: 'Two copies accept different writes of one record: which one counts?',
  },
  examples: {
    bad: 'service wallet\ncore-database balances { replicationMode: multi-leader, conflictResolution: none }\nwallet -> balances { access: write }',
    good: 'entity presence { mutability: mutable, consistencyNeed: eventual }\nservice chat\ncore-database db { replicationMode: leaderless, conflictResolution: last-write-wins, dataStored: [presence] }\nchat -> db { access: write, dataFlows: [presence] }',
  },
  check(component, { graph }) {
    const { replicationMode, conflictResolution } = component.properties;
    if (replicationMode !== 'multi-leader' && replicationMode !== 'leaderless') return undefined;
    if (cannotConflict(graph, component)) return pass;
    const writing = writingEdges(graph, component);
    const details = {
      data: { name: component.name },
      related: writing.map(({ id }) => ({ id, role: 'write' })),
      witness: [...writing.slice(0, 1).flatMap(({ id, from }) => [from.id, id]), component.id],
      evidence: statedEvidence(component.id, { replicationMode, conflictResolution }),
    };
    if (conflictResolution === undefined) return fail('open', details);
    if (conflictResolution === 'none') return fail('none', details);
    const dropped = conflictResolution === 'last-write-wins' ? keptEntities(graph, component).find(isDear) : undefined;
    return dropped ? fail('lww', { ...details, data: { name: component.name, entity: dropped.name } }) : pass;
  },
});

/** Whether losing one of two updates does harm. */
const isDear = ({ classification, consistencyNeed, mutability }: Entity): boolean => mutability === 'mutable' && (classification === 'financial' || consistencyNeed === 'strong');

const cannotConflict = (graph: Graph, component: Component): boolean =>
  writingEdges(graph, component).length > 0 && perhapsWritingEdges(graph, component).every((edge) => edge.connection.properties.conditionalWrite === true || isLossTolerant(graph, edge) === true || onlyAdds(graph, edge));

function onlyAdds(graph: Graph, edge: Edge): boolean {
  const ids = flowsOf(edge);
  const entities = known(graph, ids);
  return ids.length > 0 && entities.length === ids.length && entities.every(({ mutability }) => mutability === 'append-only' || mutability === 'immutable');
}
