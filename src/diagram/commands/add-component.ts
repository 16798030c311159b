import type { ComponentProperties } from '#catalog/kinds.ts';
import type { Id, Point } from '../diagram.ts';
import { putRecord, type Values } from '../edits.ts';
import { boundaryAt, cardSize, centreOf } from '../geometry.ts';
import { type Command, transaction } from '../transaction.ts';

export interface NewComponent {
  readonly id: Id;
  readonly kind: string;
  readonly name: string;
  readonly position: Point;
  readonly properties?: Values;
}

/** Places a component; it belongs to the boundary under its centre. Null where the id is taken. */
export const addComponent: Command<NewComponent> = (diagram, { id, kind, name, position, properties = {} }) => {
  if (diagram.components.has(id)) return null;
  const boundary = boundaryAt(diagram, centreOf({ ...position, ...cardSize }));
  const component = { id, kind, name, position, ...(boundary === undefined ? {} : { boundary }), properties: properties as ComponentProperties };
  return transaction(`Add ${name}`, diagram, putRecord(diagram, 'components', component));
};
