import fc from 'fast-check';
import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties, entityProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { kindOf, kinds } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { moveRecords } from '#diagram/commands/move-records.ts';
import { setProperties } from '#diagram/commands/set-properties.ts';
import { applyDiff, type Diff } from '#diagram/diff.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { putRecord, updateRecord, type Values } from '#diagram/edits.ts';
import { valueOf } from './random-diagrams.ts';

type Draw = fc.GeneratorValue;

const applied = (diagram: Diagram, step: { readonly diff: Diff } | null): Diagram => (step ? applyDiff(diagram, step.diff) : diagram);

/** A value, or none, for one property of a table. */
function stating(draw: Draw, table: Readonly<Record<string, Property>>): Values {
  const name = draw(fc.constantFrom, ...Object.keys(table));
  const property = table[name];
  return property ? { [name]: draw(fc.option, valueOf(property), { nil: undefined, freq: 4 }) } : {};
}

/** What a user does to one record at a time, as the editor's commands do it. */
const edits: Readonly<Record<string, (diagram: Diagram, draw: Draw) => Diagram>> = {
  'state a value of a component': (diagram, draw) => {
    const id = draw(fc.constantFrom, ...diagram.components.keys());
    const values = stating(draw, kindOf(diagram.components.get(id)?.kind ?? '')?.properties ?? {});
    return applied(diagram, setProperties(diagram, { ids: [id], values }));
  },
  'state a value of a connection': (diagram, draw) =>
    diagram.connections.size === 0 ? diagram : applied(diagram, setProperties(diagram, { ids: [draw(fc.constantFrom, ...diagram.connections.keys())], values: stating(draw, connectionProperties) })),
  'state a value of a boundary': (diagram, draw) =>
    diagram.boundaries.size === 0 ? diagram : applied(diagram, setProperties(diagram, { ids: [draw(fc.constantFrom, ...diagram.boundaries.keys())], values: stating(draw, boundaryProperties) })),
  'state a fact of an entity': (diagram, draw) => {
    const values = stating(draw, entityProperties);
    return diagram.entities.size === 0 ? diagram : updateRecord(diagram, 'entities', draw(fc.constantFrom, ...diagram.entities.keys()), (entity) => ({ ...entity, ...values }));
  },
  'change a setting': (diagram, draw) => ({ ...diagram, settings: { ...diagram.settings, ...stating(draw, settingsProperties) } }),
  'rename a component': (diagram, draw) => updateRecord(diagram, 'components', draw(fc.constantFrom, ...diagram.components.keys()), (component) => ({ ...component, name: draw(fc.constantFrom, 'Orders', 'Renamed') })),
  'move a component': (diagram, draw) => applied(diagram, moveRecords(diagram, { ids: [draw(fc.constantFrom, ...diagram.components.keys())], by: { x: 8, y: 16 } })),
  'put a component into a boundary': (diagram, draw) => {
    const boundary = draw(fc.constantFrom, undefined, ...diagram.boundaries.keys());
    return updateRecord(diagram, 'components', draw(fc.constantFrom, ...diagram.components.keys()), (component) => ({ ...component, boundary }));
  },
  'add a component': (diagram, draw) => {
    const id: Id = `added${diagram.components.size}`;
    return putRecord(diagram, 'components', { id, kind: draw(fc.constantFrom, ...kinds).id, name: id, properties: {} });
  },
  'add a connection': (diagram, draw) => {
    const ids = [...diagram.components.keys()];
    const id: Id = `arrow${diagram.connections.size}`;
    return diagram.connections.has(id) ? diagram : putRecord(diagram, 'connections', { id, from: draw(fc.constantFrom, ...ids), to: draw(fc.constantFrom, ...ids), label: '', properties: {} });
  },
  'delete a component': (diagram, draw) => (diagram.components.size < 3 ? diagram : applied(diagram, deleteRecords(diagram, { ids: [draw(fc.constantFrom, ...diagram.components.keys())] }))),
  'delete a connection': (diagram, draw) => (diagram.connections.size === 0 ? diagram : applied(diagram, deleteRecords(diagram, { ids: [draw(fc.constantFrom, ...diagram.connections.keys())] }))),
};

/** The diagram after one edit, whatever the draw decides. */
export function edited(diagram: Diagram, draw: Draw): Diagram {
  if (diagram.components.size === 0) return diagram;
  return edits[draw(fc.constantFrom, ...Object.keys(edits))]?.(diagram, draw) ?? diagram;
}
