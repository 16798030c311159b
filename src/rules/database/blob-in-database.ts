import { quantity } from '#catalog/wording.ts';
import type { Component, Entity } from '#diagram/diagram.ts';
import { isRequest, writes } from '#graph/access.ts';
import { entitiesOf, known } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { addBeside, addConnection, fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';

const smallTotal = 10 * 2 ** 30;

/** Large objects lie in a database. */
export const blobInDatabase = componentRule({
  id: 'database/blob-in-database',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'performance',
  reach: 'neighbours',
  messages: { large: { text: '{name} stores large objects ({size}); keep the bytes in blob storage and a pointer here.' } },
  docs: {
    what: 'Rows or documents carry whole files.',
    why: 'Large values bloat the buffer cache, replication and every backup, and cost more per byte than object storage.',
    fix: 'Put the bytes into blob storage, and keep key, owner and checksum here.',
    silentWhen: ['The rationale says "transactional blob".', 'All the data together is known to stay below 10 GiB.'],
    sources: ['Microsoft Research, To BLOB or Not To BLOB.'],
    question: 'How large is one record here?',
  },
  options: { minBytes: { default: 2 ** 20, help: 'Size in bytes from which one value counts as large.' } },
  examples: {
    bad: 'service api\ncore-database db\napi -> db { access: write, requestBytes: 5242880 }',
    good: 'service api\ncore-database db\nblob-storage files\napi -> files { access: write, requestBytes: 5242880 }\napi -> db { access: write, requestBytes: 400 }',
  },
  check(component, { diagram, graph, option }) {
    const least = option('minBytes');
    const edges = writingEdges(graph, component);
    const large = edges.filter((edge) => valueSize(edge) >= least);
    const kept = known(graph, component.properties.dataStored ?? []).filter(({ averageBytes }) => (averageBytes ?? 0) >= least);
    const declared = component.properties.roles?.includes('blob') ?? false;
    if (!declared && large.length === 0 && kept.length === 0) return pass;
    if (/transactional blob/i.test(component.properties.rationale ?? '')) return pass;
    const entities = [...known(graph, component.properties.dataStored ?? []), ...edges.flatMap((edge) => entitiesOf(graph, edge))];
    if (isSmallInTotal(entities, component.properties.dataRetentionDays ?? diagram.settings.retentionDays)) return pass;
    const size = Math.max(0, ...large.map(valueSize), ...kept.map(({ averageBytes }) => averageBytes ?? 0));
    return fail('large', {
      data: { name: component.name, size: size > 0 ? quantity(size, 'bytes') : 'declared as a blob store' },
      related: large.map(({ id }) => ({ id, role: 'large write' })),
      witness: [...large.flatMap(({ id, from }) => [from.id, id]), component.id],
      evidence: large.map(({ id, connection }) => ({ record: id, property: 'requestBytes', value: connection.properties.requestBytes })),
    });
  },
  fixes: ({ primary, related }, { graph, diagram }): readonly Fix[] => {
    const flows = related.flatMap(({ id }) => graph.edge(id) ?? []);
    const roles = diagram.components.get(primary)?.properties.roles;
    if (flows.length === 0 && !roles?.includes('blob')) return [];
    return [
      fix('Move the bytes to blob storage', 'suggest', (now, freshId) => {
        const blob = freshId();
        const added = addBeside(now, { id: blob, kind: 'blob-storage', name: 'Blob storage', anchor: primary, direction: 'below' });
        const moved = flows.reduce((next, { id, from, connection }) => {
          const { requestBytes, batchSize, dataFlows } = connection.properties;
          const bytes = addConnection(next, freshId(), from.id, blob, 'request', { access: 'write', requestBytes: (requestBytes ?? 0) / (batchSize ?? 1), ...(dataFlows ? { dataFlows } : {}) });
          return set(bytes, id, { requestBytes: 1024, batchSize: undefined });
        }, added);
        return roles?.includes('blob') ? set(moved, primary, { roles: roles.filter((role) => role !== 'blob') }) : moved;
      }),
    ];
  },
});

const writingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter((edge) => isRequest(edge) && writes(edge) === true);

const valueSize = ({ connection: { properties } }: Edge): number => (properties.requestBytes ?? 0) / (properties.batchSize ?? 1);

/** Whether everything together is known to stay small. */
function isSmallInTotal(entities: readonly Entity[], days: number | undefined): boolean {
  const distinct = [...new Set(entities)];
  if (distinct.length === 0 || days === undefined || distinct.some(({ recordsPerDay, averageBytes }) => recordsPerDay === undefined || averageBytes === undefined)) return false;
  return distinct.reduce((sum, { recordsPerDay = 0, averageBytes = 0 }) => sum + recordsPerDay * averageBytes * days, 0) < smallTotal;
}
