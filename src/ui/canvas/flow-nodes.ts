import type { Node } from '@xyflow/react';
import { kindOf } from '#catalog/kinds.ts';
import { entryOf } from '#catalog/palette.ts';
import type { Boundary, Component, Id, Note, Point } from '#diagram/diagram.ts';
import { type Placed, rectOf } from '#diagram/geometry.ts';
import type { Badge } from '#editor/badges.ts';

/** How a record looks at the moment, besides what it is. */
export interface Look {
  readonly isSelected: boolean;
  readonly isHighlighted: boolean;
  readonly isDimmed: boolean;
  readonly isTarget: boolean;
  readonly badge: Badge | undefined;
}

export interface NodeData<R extends Placed> extends Look, Record<string, unknown> {
  readonly record: R;
  readonly label: string;
}

export type ComponentNodeType = Node<NodeData<Component>, 'component'>;
export type BoundaryNodeType = Node<NodeData<Boundary>, 'boundary'>;
export type NoteNodeType = Node<NodeData<Note>, 'note'>;
export type FlowNode = ComponentNodeType | BoundaryNodeType | NoteNodeType;

interface Memory {
  readonly key: string;
  readonly node: FlowNode;
}

const memories = new WeakMap<Placed, Memory>();

/** The React Flow node of a record. The same object while record, look and offset are the same: React Flow's speed rests on it. */
export function flowNode(record: Placed, look: Look, offset: Point): FlowNode {
  const key = JSON.stringify([look, offset]);
  const memory = memories.get(record);
  if (memory?.key === key) return memory.node;
  const node = buildNode(record, look, offset);
  memories.set(record, { key, node });
  return node;
}

/** The element that stands for a record on the canvas. */
export const elementId = (id: Id): string => `record-${id}`;

/** Cards are what a pointer meets; the frame of a boundary is found by the hit test, its inside belongs to the canvas. */
const touchable = { pointerEvents: 'all' } as const;

function buildNode(record: Placed, look: Look, offset: Point): FlowNode {
  const { x, y, width, height } = rectOf(record);
  const shared = { id: record.id, position: { x: x + offset.x, y: y + offset.y }, width, height, measured: { width, height }, handles: [] };
  if ('kind' in record) return { ...shared, style: touchable, type: 'component', zIndex: look.isSelected ? 2 : 1, data: { ...look, record, label: componentLabel(record, look.badge) } };
  if ('text' in record) return { ...shared, style: touchable, type: 'note', zIndex: look.isSelected ? 2 : 1, data: { ...look, record, label: `Note: ${record.text}` } };
  return { ...shared, type: 'boundary', zIndex: -2, data: { ...look, record, label: `Boundary ${record.name}` } };
}

/** What a screen reader says of a component. */
export function componentLabel({ kind, name, properties }: Component, badge: Badge | undefined): string {
  const what = entryOf(kind, properties)?.label ?? kindOf(kind)?.label ?? `Unknown kind ${kind}`;
  const problems = badge ? `, ${badge.count} ${badge.severity}${badge.count === 1 ? '' : 's'}` : '';
  return `${what} ${name}${problems}`;
}
