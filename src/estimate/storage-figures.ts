import type { Component, Entity } from '#diagram/diagram.ts';
import { known as knownEntities } from '#graph/entities.ts';
import type { Graph } from '#graph/graph.ts';
import type { Figure, Input } from './figure.ts';
import { amountFigure, numeral } from './rate-figures.ts';
import { type Amount, known, product, sum } from './rate.ts';

/** What indexes and free space add to the data itself; an assumption. */
const overhead = 1.3;

/** How much a store grows in a day, and when it is full. */
export function storageFigures(graph: Graph, component: Component): readonly Figure[] {
  const growth = growthOf(graph, component);
  return growth ? [growth, ...fullAfter(component, growth)] : [];
}

function growthOf(graph: Graph, component: Component): Figure | undefined {
  const { id, kind, properties } = component;
  const { growthBytesPerDay, objectsPerDay, averageObjectBytes } = properties;
  const figure = (amount: Amount, formula: string, inputs: readonly Input[]): Figure => ({ name: 'Growth a day', unit: 'bytes', ...amountFigure(amount), formula, inputs });
  if (growthBytesPerDay !== undefined) return figure(known(growthBytesPerDay), `${numeral(growthBytesPerDay)} bytes, stated`, [{ record: id, property: 'growthBytesPerDay' }]);
  if (kind === 'blob-storage' && (objectsPerDay !== undefined || averageObjectBytes !== undefined)) {
    const inputs = ['objectsPerDay', 'averageObjectBytes'].map((property) => ({ record: id, property }));
    return figure(product(amountOf(objectsPerDay), amountOf(averageObjectBytes)), `${numeral(objectsPerDay)} objects × ${numeral(averageObjectBytes)} bytes`, inputs);
  }
  const entities = kind === 'core-database' ? knownEntities(graph, properties.dataStored ?? []) : [];
  if (!entities.some(({ recordsPerDay }) => recordsPerDay !== undefined)) return undefined;
  const copies = copiesOf(component);
  const amount = product(product(sum(...entities.map(addedBytes)), amountOf(copies.value)), known(overhead));
  const added = entities.map(({ recordsPerDay, averageBytes }) => `${numeral(recordsPerDay)} × ${numeral(averageBytes)}`).join(' + ');
  const inputs = entities.flatMap((entity) => ['recordsPerDay', 'averageBytes'].map((property) => ({ record: entity.id, property })));
  return figure(amount, `(${added}) bytes × ${numeral(copies.value)} copies × ${overhead} for indexes`, [...inputs, { record: id, property: copies.property }]);
}

const amountOf = (value: number | undefined): Amount => (value === undefined ? undefined : known(value));

const addedBytes = ({ recordsPerDay, averageBytes }: Entity): Amount => product(amountOf(recordsPerDay), amountOf(averageBytes));

/** All copies of the data, the first included. */
function copiesOf({ properties: { replicationFactor, replicas } }: Component): { readonly property: string; readonly value: number | undefined } {
  if (replicationFactor !== undefined) return { property: 'replicationFactor', value: replicationFactor };
  return { property: 'replicas', value: replicas === undefined ? undefined : 1 + replicas };
}

/** Days until it is full, where its growth and its limits are stated. */
function fullAfter({ id, properties }: Component, growth: Figure): readonly Figure[] {
  const { storageBytes, maxStorageBytes, shardCount = 1, growthBytesPerDay } = properties;
  if (storageBytes === undefined || maxStorageBytes === undefined || !growthBytesPerDay) return [];
  const room = Math.max(0, maxStorageBytes * shardCount - storageBytes);
  const inputs = ['storageBytes', 'maxStorageBytes', 'shardCount'].map((property) => ({ record: id, property }));
  return [{ name: 'Full in', unit: 'days', value: Math.floor(room / growthBytesPerDay), certainty: 'known', formula: `(${numeral(maxStorageBytes)} × ${numeral(shardCount)} − ${numeral(storageBytes)}) ÷ ${numeral(growthBytesPerDay)} bytes`, inputs: [...growth.inputs, ...inputs] }];
}
