import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import { putRecord } from '#diagram/edits.ts';
import { freePlace, noteSize, rectOf } from '#diagram/geometry.ts';
import { isRequest, writes } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { fix, set } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { endOf } from './database-terms.ts';

const ownCommit: ReadonlySet<string> = new Set(['core-database', 'blob-storage', 'search-database', 'external-system', 'service']);

/** Work that happens as a whole or not at all goes to several stores. */
export const crossStoreTransaction = componentRule({
  id: 'database/cross-store-transaction',
  kinds: ['service', 'worker', 'scheduled-job'],
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    bare: { text: '{name} changes {targets} as one unit, but no transaction spans them: use a saga, an outbox or two-phase commit.' },
    open: { severity: 'warning', text: '{name} changes {targets} as one unit; the diagram does not say what keeps them together.' },
  },
  docs: {
    what: 'One unit of work writes to stores that commit on their own.',
    why: 'A crash between the writes leaves the stores contradicting each other, and nobody notices.',
    fix: 'Describe a saga with compensations, an outbox, or try-confirm-cancel; or keep both rows in one database.',
    silentWhen: ['A pattern is stated that keeps the writes together.', 'All of it goes to one store, its replicas included.'],
    sources: ['microservices.io, saga.', 'Designing Data-Intensive Applications, chapter 9.'],
    question: 'It crashes after the first of the two writes: who repairs the second?',
  },
  examples: {
    bad: 'service checkout { consistencyPattern: none }\ncore-database orders\ncore-database payments\ncheckout -> orders { access: write, transactional: true }\ncheckout -> payments { access: write, transactional: true }',
    good: 'service checkout { consistencyPattern: none }\ncore-database orders\ncheckout -> orders { access: write, transactional: true }',
  },
  check(component, { graph }) {
    const { consistencyPattern } = component.properties;
    const unit = unitsOf(graph, component).find((writesOfUnit) => storesOf(graph, writesOfUnit).length >= 2);
    if (!unit) return undefined;
    if (consistencyPattern !== undefined && consistencyPattern !== 'none') return pass;
    const targets = storesOf(graph, unit);
    return fail(consistencyPattern === 'none' ? 'bare' : 'open', {
      data: { name: component.name, targets: listed(targets.map(({ name }) => name)) },
      related: [...targets.map(({ id }) => ({ id, role: 'target' })), ...unit.map(({ edge }) => ({ id: edge.id, role: 'write' }))],
      witness: [component.id, ...unit.flatMap(({ edge, target }) => [edge.id, target.id])],
      evidence: statedEvidence(component.id, { consistencyPattern }),
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => [
    fix('Make it a saga, with a note on what undoes each step', 'suggest', (diagram, freshId) => {
      const targets = graph.out(primary).filter(isTransactionalWrite).map(({ to }) => to.name);
      const text = `What undoes the change of ${listed([...new Set(targets)])} when a later step fails?`;
      return withQuestion(set(diagram, primary, { consistencyPattern: 'saga' }), freshId(), primary, text);
    }),
  ],
});

interface UnitWrite {
  readonly edge: Edge;
  readonly target: Component;
}

const isTransactionalWrite = (edge: Edge): boolean => isRequest(edge) && writes(edge) === true && edge.connection.properties.transactional === true;

/** The transactional writes of a component by the name of their transaction; those without a name are one unit. */
function unitsOf(graph: Graph, { id }: Component): readonly (readonly UnitWrite[])[] {
  const units = new Map<string, UnitWrite[]>();
  for (const edge of graph.out(id).filter(isTransactionalWrite)) {
    const target = endOf(graph, edge);
    if (!target || !ownCommit.has(target.kind)) continue;
    const name = (edge.connection.properties.transactionId ?? '').trim();
    units.set(name, [...(units.get(name) ?? []), { edge, target }]);
  }
  return [...units.values()];
}

/** The targets of a unit, one for each store. */
function storesOf(graph: Graph, unit: readonly UnitWrite[]): readonly Component[] {
  const seen = new Set<Id>();
  return unit.flatMap(({ target }) => {
    if (seen.has(target.id)) return [];
    for (const id of membersOf(graph, target.id)) seen.add(id);
    return [target];
  });
}

/** Everything that replication joins with a component, itself included: together they are one store. */
function membersOf(graph: Graph, id: Id): ReadonlySet<Id> {
  const members = new Set([id]);
  for (const member of members) {
    for (const { interaction, from, to } of [...graph.out(member), ...graph.into(member)]) if (interaction === 'replicate') members.add(from.id).add(to.id);
  }
  return members;
}

function withQuestion(diagram: Diagram, id: Id, about: Id, text: string): Diagram {
  const near = diagram.components.get(about);
  const place = near?.position ? { position: freePlace(diagram, rectOf(near), 'below', noteSize) } : {};
  const frame = near?.boundary === undefined ? {} : { boundary: near.boundary };
  return putRecord(diagram, 'notes', { id, text, ...place, ...frame, properties: { noteType: 'question', attachedTo: [about] } });
}
