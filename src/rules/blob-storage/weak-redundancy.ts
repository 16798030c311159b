import { byId } from '#base/order.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { storedIds } from './blob-storage-terms.ts';

const rebuildable = /\b(?:rebuil[dt]|regenerate|derived)/i;

/** Data that must last lies where one failure takes it. */
export const weakRedundancy = componentRule({
  id: 'blob-storage/weak-redundancy',
  kinds: ['blob-storage'],
  severity: 'warning',
  category: 'durability',
  reach: 'neighbours',
  acceptsRationale: 'A word that says the objects can be made again: rebuilt, rebuild, regenerated, derived.',
  messages: {
    device: { text: '{name} is lost with its one device.' },
    zone: { text: '{name} is lost with its zone, and nothing else keeps {entity}.' },
  },
  docs: {
    what: 'A bucket keeps its objects on one device, or in one zone although it is the source of truth.',
    why: 'Blob storage is chosen because it keeps data. A disk or a data centre will fail one day.',
    fix: 'Spread the objects over several zones.',
    silentWhen: ['The redundancy is not stated.', 'All data in it may be lost, or has its source of truth elsewhere.', 'The rationale says that the objects can be rebuilt, regenerated or derived.'],
    sources: ['AWS, S3 storage classes and zones.'],
    question: 'Which failure may this bucket not survive?',
  },
  examples: {
    bad: 'service api\nblob-storage files { redundancy: single-device }\napi -> files',
    good: 'service api\nblob-storage files { redundancy: multi-zone }\napi -> files',
  },
  check(bucket, { graph }) {
    const { id, name, properties } = bucket;
    const { redundancy, rationale } = properties;
    if (rebuildable.test(rationale ?? '') || holdsCopiesOnly(graph, bucket)) return pass;
    if (redundancy === undefined) return notStated(id, 'redundancy');
    const details = { witness: [id], evidence: [{ record: id, property: 'redundancy', value: redundancy }] };
    if (redundancy === 'single-device') return fail('device', { ...details, data: { name } });
    const kept = [...graph.diagram.entities.values()].sort(byId).find(({ sourceOfTruth, lossTolerant }) => sourceOfTruth === id && lossTolerant !== true);
    return redundancy === 'single-zone' && kept ? fail('zone', { ...details, data: { name, entity: kept.name } }) : pass;
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Spread it over several zones', 'suggest', primary, { redundancy: 'multi-zone' })],
});

/** Whether something is stored, and all of it may be lost or lives elsewhere. */
function holdsCopiesOnly(graph: Graph, bucket: Component): boolean {
  const stored = [...storedIds(graph, bucket)].map((id) => graph.diagram.entities.get(id));
  const isSpare = (entity: (typeof stored)[number]): boolean => entity?.lossTolerant === true || (entity?.sourceOfTruth !== undefined && entity.sourceOfTruth !== bucket.id);
  return stored.length > 0 && stored.every(isSpare);
}
