import { every3, some3, type Truth } from '#base/truth.ts';
import type { Component, Diagram, Entity } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { isRequest, reads } from '#graph/access.ts';
import { flowsOf, isLossTolerant } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { addBeside, addConnection, fix, retarget, set } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { fedFrom, feedingEdges, indexedEntities } from './search-terms.ts';

/** What can only be found can also be lost. */
export const searchSourceOfTruth = componentRule({
  id: 'search/source-of-truth',
  kinds: ['search-database'],
  severity: 'error',
  category: 'durability',
  reach: 'diagram',
  messages: {
    only: { text: '{name} holds the only copy of {entities}.' },
    open: { severity: 'warning', text: 'Nothing says that {entities} are kept anywhere but in {name}.' },
  },
  docs: {
    what: 'An index is declared as the truth, or no other store is drawn that keeps what is written to it.',
    why: 'An index must be thrown away now and then: its fields change, a shard is lost. Without the originals there is nothing to build it from.',
    fix: 'Write to a database or an event log first, and feed the index from there.',
    silentWhen: [
      'It is declared not to be the truth, or says what it follows.',
      'All that it holds may get lost, as logs may.',
      'Another store keeps the data, or may keep it: one of its connections does not say what it carries.',
    ],
    sources: ['Elastic documentation, near real-time search.', 'Elastic documentation, reindex.'],
    question: 'What would you build this index from, if it were gone?',
  },
  examples: {
    bad: 'service shop\nsearch-database index { isSourceOfTruth: true }\nshop -> index { access: read-write }',
    good: 'service shop\ncore-database db\nsearch-database index { isSourceOfTruth: false }\nstream changes\nworker indexer\nshop -> db { access: write }\ndb -> changes -> indexer\nindexer -> index { access: write }\nshop -> index { access: read }',
  },
  check(component, { graph }) {
    const { isSourceOfTruth, syncMethod } = component.properties;
    const feeding = feedingEdges(graph, component);
    const { entities, isComplete } = indexedEntities(graph, component);
    const precious = entities.filter(({ lossTolerant }) => lossTolerant !== true);
    if (isSourceOfTruth === false || (isComplete && precious.length === 0)) return pass;
    if (feeding.length > 0 && feeding.every((edge) => isLossTolerant(graph, edge) === true)) return pass;
    const details = {
      related: feeding.map(({ from }) => ({ id: from.id, role: 'writer' })),
      witness: [...feeding.slice(0, 1).flatMap(({ from, id }) => [from.id, id]), component.id],
      evidence: statedEvidence(component.id, { isSourceOfTruth, syncMethod }),
    };
    if (isSourceOfTruth) return fail('only', { ...details, data: { name: component.name, entities: namesOf(precious) } });
    if (syncMethod !== undefined && syncMethod !== 'dual-write') return pass;
    if (!feeding.some(({ interaction }) => interaction !== 'replicate')) return pass;
    if (!isComplete) return notStated(component.id, 'isSourceOfTruth');
    const alone = precious.filter((entity) => isHeldElsewhere(graph, component, entity) === false);
    if (alone.length === 0) return precious.some((entity) => isHeldElsewhere(graph, component, entity) === undefined) ? notStated(component.id, 'isSourceOfTruth') : pass;
    const neverChanges = alone.every(({ mutability }) => mutability === 'append-only' || mutability === 'immutable');
    return fail('open', { ...details, ...(neverChanges ? { severity: 'suggestion' } : {}), data: { name: component.name, entities: namesOf(alone) } });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const index = diagram.components.get(primary);
    const writing = index ? feedingEdges(graph, index).filter(({ interaction }) => interaction !== 'replicate') : [];
    if (!index || writing.length === 0) return [];
    return [fix('Keep the truth in a database that feeds the index', 'suggest', (now, freshId) => withDatabase(now, freshId, index, writing))];
  },
});

const namesOf = (entities: readonly Entity[]): string => (entities.length > 0 ? listed(entities.map(({ name }) => name)) : 'its data');

/** Whether a component that can give an entity back has it; not stated where one may. */
function isHeldElsewhere(graph: Graph, index: Component, entity: Entity): Truth {
  const { sourceOfTruth } = entity;
  if (sourceOfTruth !== undefined && sourceOfTruth !== index.id && graph.diagram.components.has(sourceOfTruth)) return true;
  return some3([...graph.diagram.components.values()].map((other) => every3([keeps(graph, other), carries(graph, other, entity)])));
}

/** Whether what a component has can be read from it again later. */
function keeps(graph: Graph, { id, kind, properties }: Component): Truth {
  if (kind === 'core-database' || kind === 'blob-storage') return true;
  if (kind === 'stream') return properties.eventSourcing === true || properties.archive !== undefined;
  return kind === 'external-system' && some3(graph.into(id).filter((edge) => isRequest(edge) && isCompute(edge.from)).map(reads));
}

function carries(graph: Graph, { id, properties: { dataStored = [] } }: Component, entity: Entity): Truth {
  if (dataStored.includes(entity.id)) return true;
  const edges = [...graph.into(id), ...graph.out(id)].filter(({ interaction }) => interaction !== 'dead-letter');
  return some3(edges.map((edge) => (flowsOf(edge).length === 0 ? undefined : flowsOf(edge).includes(entity.id))));
}

/** The diagram in which all that wrote to the index writes to a new database, and the index follows it. */
function withDatabase(diagram: Diagram, freshId: FreshId, { id: index, name }: Component, writing: readonly Edge[]): Diagram {
  const database = freshId();
  const added = addBeside(diagram, { id: database, kind: 'core-database', name: `${name} database`, anchor: index, direction: 'left' });
  const moved = writing.reduce((next, { id, from, connection }) => {
    const { access, dataFlows } = connection.properties;
    if (access !== 'read-write') return set(retarget(next, id, 'to', database), id, { protocol: undefined });
    const written = addConnection(next, freshId(), from.id, database, 'request', { access: 'write', ...(dataFlows ? { dataFlows } : {}) });
    return set(written, id, { access: 'read' });
  }, added);
  const flows = [...new Set(writing.flatMap(flowsOf))];
  return set(fedFrom(moved, freshId, database, index, flows), index, { isSourceOfTruth: false, syncMethod: 'change-data-capture' });
}
