import type { Diagram, Entity, Id } from '../diagram.ts';
import { putRecord } from '../edits.ts';
import { withNotebook } from '../notebook.ts';
import { type Command, transaction } from '../transaction.ts';

/** Adds an entity or puts it in the place of the one with its id. */
export const putEntity: Command<{ readonly entity: Entity; readonly gesture?: string }> = (diagram, { entity, gesture }) =>
  transaction(diagram.entities.has(entity.id) ? 'Change entity' : `Add ${entity.name}`, diagram, putRecord(diagram, 'entities', entity), gesture);

/** Removes an entity and every mention of it. */
export const removeEntity: Command<{ readonly id: Id }> = (diagram, { id }) => {
  const next: Diagram = {
    ...diagram,
    entities: new Map([...diagram.entities].filter(([other]) => other !== id)),
    components: without(diagram.components, 'dataStored', id),
    connections: without(diagram.connections, 'dataFlows', id),
  };
  const unmentioned = withNotebook(next, ({ standsFor = {}, ...rest }) => ({ ...rest, standsFor: Object.fromEntries(Object.entries(standsFor).filter(([, entity]) => entity !== id)) }));
  return diagram.entities.has(id) ? transaction('Remove entity', diagram, unmentioned ?? next) : null;
};

function without<R extends { readonly id: Id; readonly properties: object }>(table: ReadonlyMap<Id, R>, name: string, entity: Id): ReadonlyMap<Id, R> {
  return new Map(
    [...table].map(([id, record]) => {
      const value: unknown = Reflect.get(record.properties, name);
      if (!Array.isArray(value) || !value.includes(entity)) return [id, record];
      return [id, { ...record, properties: { ...record.properties, [name]: value.filter((item) => item !== entity) } }];
    }),
  );
}
