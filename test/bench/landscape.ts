import { emptyDiagram, type Component, type Connection, type Diagram, type Id } from '#diagram/diagram.ts';
import { reference, references } from '../support/references.ts';

/** How many reference designs are wired to one landscape: about sixty components, what a large team draws. */
const designsInALandscape = 5;

/** A diagram of at least this many components: the reference designs side by side, those of one landscape joined. */
export function landscapeOf(size: number): Diagram {
  const components = new Map<Id, Component>();
  const connections = new Map<Id, Connection>();
  const entities = new Map(emptyDiagram.entities);
  let [settings, before]: [Diagram['settings'], Id | undefined] = [emptyDiagram.settings, undefined];
  for (let copy = 0; components.size < size; copy++) {
    const design = reference(references[copy % references.length] ?? '');
    const mark = (id: Id): Id => `${id}-${copy}`;
    settings = design.settings;
    for (const entity of design.entities.values()) entities.set(mark(entity.id), { ...entity, id: mark(entity.id) });
    for (const { boundary: _, ...component } of design.components.values()) {
      components.set(mark(component.id), { ...component, id: mark(component.id), name: `${component.name} ${copy}` });
    }
    for (const connection of design.connections.values()) {
      const { dataFlows, cacheMissOf, ...values } = connection.properties;
      const properties = { ...values, ...(dataFlows ? { dataFlows: dataFlows.map(mark) } : {}), ...(cacheMissOf ? { cacheMissOf: mark(cacheMissOf) } : {}) };
      connections.set(mark(connection.id), { ...connection, id: mark(connection.id), from: mark(connection.from), to: mark(connection.to), properties });
    }
    const service = [...design.components.values()].find(({ kind }) => kind === 'service');
    if (service && before && copy % designsInALandscape !== 0) {
      const id = `joint-${copy}`;
      connections.set(id, { id, from: before, to: mark(service.id), label: '', properties: { critical: false } });
    }
    before = service ? mark(service.id) : before;
  }
  return { ...emptyDiagram, settings, entities, components, connections };
}
