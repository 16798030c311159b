import type { Component } from '#diagram/diagram.ts';
import { isRequest, writes } from '#graph/access.ts';
import { flowsOf, sharesEntities } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute, isStore } from '#graph/roles.ts';
import { addConnection, fix, setFix } from '../fixing.ts';
import { listed } from '../message.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { changeable, takingEdges } from './lock-terms.ts';

/** Somebody writes what others only write under a lock. */
export const bypassedWriter = connectionRule({
  id: 'lock/bypassed-writer',
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: { bypasses: { text: '{name} changes {entities} in {store} without taking {lock}.' } },
  docs: {
    what: 'One component takes a lock before it changes data, another one changes the same data without asking.',
    why: 'A lock only keeps out those who ask for it.',
    fix: 'Take the lock here too, or make this write conditional.',
    silentWhen: ['This write is conditional.', 'Losing this write is acceptable, as with a migration or an indexer.', 'The lock is only there for efficiency.', 'What both write never changes, or only grows.'],
    sources: ['Java Concurrency in Practice, chapter 2.'],
    question: 'Do all writers of this data take the lock?',
  },
  examples: {
    bad: 'entity seat {}\nservice booking\nservice admin\ndistributed-lock seats { ttlMs: 30000 }\ncore-database db\nbooking -> seats\nbooking -> db { access: write, dataFlows: [seat] }\nadmin -> db { access: write, dataFlows: [seat] }',
    good: 'entity seat {}\nservice booking\nservice admin\ndistributed-lock seats { ttlMs: 30000 }\ncore-database db\nbooking -> seats\nadmin -> seats\nbooking -> db { access: write, dataFlows: [seat] }\nadmin -> db { access: write, dataFlows: [seat] }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || !isStoreWrite(edge)) return undefined;
    const { conditionalWrite, lossTolerant } = edge.connection.properties;
    if (conditionalWrite === true || lossTolerant === true) return pass;
    const around = bypassesOf(graph, edge);
    const bypasses = around.filter(({ entities }) => entities.length > 0);
    const [first] = bypasses;
    if (!first) {
      const open = around.find(({ write }) => sharesEntities(write, edge) === undefined);
      return open ? notStated(flowsOf(edge).length === 0 ? id : open.write.id, 'dataFlows') : pass;
    }
    return fail('bypasses', {
      data: { name: edge.from.name, entities: listed(first.entities), store: edge.to.name, lock: first.lock.name },
      related: [
        ...[...new Set(bypasses.map(({ lock }) => lock.id))].map((lock) => ({ id: lock, role: 'lock' })),
        ...[...new Set(bypasses.map(({ write }) => write.from.id))].map((holder) => ({ id: holder, role: 'holder' })),
        { id: edge.to.id, role: 'store' },
      ],
      witness: [edge.from.id, id, edge.to.id, first.write.id, first.write.from.id, first.taking.id, first.lock.id],
    });
  },
  fixes: ({ primary, related }, { diagram, graph }): readonly Fix[] => {
    const writer = graph.edge(primary)?.from;
    const locks = related.filter(({ role }) => role === 'lock').flatMap(({ id }) => diagram.components.get(id) ?? []);
    if (!writer) return [];
    return [
      fix(`Take ${listed(locks.map(({ name }) => name))} here too`, 'suggest', (now, freshId) => locks.reduce((next, lock) => addConnection(next, freshId(), writer.id, lock.id, 'acquire-lock'), now)),
      setFix('Make this write conditional', 'suggest', primary, { conditionalWrite: true }),
    ];
  },
});

interface Bypass {
  readonly lock: Component;
  readonly taking: Edge;
  readonly write: Edge;
  /** Names of what both write, and does not state that it stays as it is. */
  readonly entities: readonly string[];
}

const isStoreWrite = (edge: Edge): boolean => isCompute(edge.from) && isStore(edge.to) && isRequest(edge) && writes(edge) === true;

/** Writes of others to the same store under a lock that this writer does not take. */
function bypassesOf(graph: Graph, edge: Edge): readonly Bypass[] {
  const own = new Set(takingEdges(graph, edge.from.id).map(({ to }) => to.id));
  return graph.into(edge.to.id).filter(isStoreWrite).flatMap((write) => {
    const shared = [...new Set(flowsOf(edge))].filter((id) => flowsOf(write).includes(id)).map((id) => graph.diagram.entities.get(id) ?? { id, name: id });
    const entities = changeable(shared).map(({ name }) => name);
    return takingEdges(graph, write.from.id)
      .filter(({ to }) => !own.has(to.id) && to.properties.purpose !== 'efficiency')
      .map((taking) => ({ lock: taking.to, taking, write, entities }));
  });
}
