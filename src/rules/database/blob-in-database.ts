import { quantity } from '#catalog/wording.ts';
import type { Component, Entity } from '#diagram/diagram.ts';
import { known } from '#graph/entities.ts';
import type { Graph } from '#graph/graph.ts';
import { fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { isMovable, keptEntities, recordBytes, withBlobStorage, writingEdges } from './database-terms.ts';

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
    const large = writingEdges(graph, component).filter((edge) => (recordBytes(edge) ?? 0) >= least);
    const kept = largeKept(graph, component, least);
    const declared = component.properties.roles?.includes('blob') ?? false;
    if (!declared && large.length === 0 && kept.length === 0) return pass;
    if (/transactional blob/i.test(component.properties.rationale ?? '')) return pass;
    if (isSmallInTotal(keptEntities(graph, component), component.properties.dataRetentionDays ?? diagram.settings.retentionDays)) return pass;
    const size = Math.max(0, ...large.map((edge) => recordBytes(edge) ?? 0), ...kept.map(({ averageBytes }) => averageBytes ?? 0));
    return fail('large', {
      data: { name: component.name, size: size > 0 ? quantity(size, 'bytes') : 'declared as a blob store' },
      related: large.map(({ id }) => ({ id, role: 'large write' })),
      witness: [...large.flatMap(({ id, from }) => [from.id, id]), component.id],
      evidence: large.map(({ id, connection }) => ({ record: id, property: 'requestBytes', value: connection.properties.requestBytes })),
    });
  },
  fixes: ({ primary, related }, { graph, diagram, option }): readonly Fix[] => {
    const flows = related.flatMap(({ id }) => graph.edge(id) ?? []).filter(isMovable);
    const roles = diagram.components.get(primary)?.properties.roles;
    if (flows.length === 0 && !roles?.includes('blob')) return [];
    const move = fix('Move the bytes to blob storage', 'suggest', (now, freshId) => {
      const moved = withBlobStorage(now, freshId, primary, flows);
      return roles?.includes('blob') ? set(moved, primary, { roles: roles.filter((role) => role !== 'blob') }) : moved;
    });
    // Which part of an entity stays behind is for the user to say.
    return [keepsLarge(graph, diagram.components.get(primary), option('minBytes')) ? { ...move, completes: false } : move];
  },
});

/** The large entities that a database says it stores. */
const largeKept = (graph: Graph, { properties }: Component, least: number): readonly Entity[] => known(graph, properties.dataStored ?? []).filter(({ averageBytes }) => (averageBytes ?? 0) >= least);

const keepsLarge = (graph: Graph, component: Component | undefined, least: number): boolean => component !== undefined && largeKept(graph, component, least).length > 0;

/** Whether everything together is known to stay small. */
function isSmallInTotal(entities: readonly Entity[], days: number | undefined): boolean {
  if (entities.length === 0 || days === undefined || entities.some(({ recordsPerDay, averageBytes }) => recordsPerDay === undefined || averageBytes === undefined)) return false;
  return entities.reduce((sum, { recordsPerDay = 0, averageBytes = 0 }) => sum + recordsPerDay * averageBytes * days, 0) < smallTotal;
}
