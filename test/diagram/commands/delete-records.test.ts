import { expect } from 'vitest';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { removeEntity } from '#diagram/commands/entities.ts';
import { sketch } from '#diagram/sketch.ts';
import { testCommand } from '../../support/test-command.ts';

const drawn = sketch(`service api
distributed-cache cache
core-database db { dataStored: [order] }
boundary zone [cache]
boundary vpc [api, zone]
entity order
api -> cache -> db { dataFlows: [order] }
api -> db as miss { cacheMissOf: cache }
note n1 "Why" { attachedTo: [cache, db] }
accept cache/no-fallback-datastore on cache "Warmed by hand."`);

testCommand([
  { when: 'a component goes with its connections and acceptances', before: drawn, step: (d) => deleteRecords(d, { ids: ['cache'] }), then: (d) => expect([[...d.components.keys()], [...d.connections.keys()], d.suppressions.size]).toEqual([['api', 'db'], ['miss'], 0]), label: 'Delete 3 items' },
  { when: 'nobody mentions what is gone', before: drawn, step: (d) => deleteRecords(d, { ids: ['cache'] }), then: (d) => expect([d.connections.get('miss')?.properties.cacheMissOf, d.notes.get('n1')?.properties.attachedTo]).toEqual([undefined, ['db']]) },
  { when: 'the content of a boundary moves up', before: drawn, step: (d) => deleteRecords(d, { ids: ['zone'] }), then: (d) => expect(d.components.get('cache')?.boundary).toBe('vpc'), label: 'Delete' },
  { when: 'a boundary and the one in it go together', before: drawn, step: (d) => deleteRecords(d, { ids: ['zone', 'vpc'] }), then: (d) => expect(['api', 'cache'].map((id) => d.components.get(id)?.boundary)).toEqual([undefined, undefined]) },
  { when: 'nothing is named', before: drawn, step: (d) => deleteRecords(d, { ids: ['nobody'] }), then: null },
  { when: 'an entity is no longer stored nor sent', before: drawn, step: (d) => removeEntity(d, { id: 'order' }), then: (d) => expect([d.entities.size, d.components.get('db')?.properties.dataStored, d.connections.get('c1')?.properties.dataFlows]).toEqual([0, [], []]) },
  { when: 'no such entity', before: drawn, step: (d) => removeEntity(d, { id: 'invoice' }), then: null },
]);
