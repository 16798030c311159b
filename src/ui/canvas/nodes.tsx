import type { NodeProps, NodeTypes } from '@xyflow/react';
import { memo } from 'react';
import { cardOf } from '#drawing/card.ts';
import { boundaryTitle } from '#drawing/scene.ts';
import { CardDrawing } from '#ui/parts/CardDrawing.tsx';
import { type BoundaryNodeType, type ComponentNodeType, elementId, type NoteNodeType } from './flow-nodes.ts';
import styles from './nodes.module.css';

const ComponentNode = memo(function ComponentNode({ data }: NodeProps<ComponentNodeType>) {
  const { record, label, badge } = data;
  const card = cardOf(record);
  return (
    <div id={elementId(record.id)} role="img" aria-label={label} className={styles.record} data-dimmed={data.isDimmed} data-target={data.isTarget}>
      {(data.isSelected || data.isHighlighted || data.isTarget) && (
        <svg className={styles.ring} width={card.width} height={card.height} overflow="visible" aria-hidden="true" data-selected={data.isSelected}>
          <path d={card.shape.outline} />
        </svg>
      )}
      <CardDrawing card={card} />
      {badge && (
        <span className={styles.badge} data-severity={badge.severity} aria-hidden="true">
          {badge.count}
        </span>
      )}
    </div>
  );
});

const BoundaryNode = memo(function BoundaryNode({ data }: NodeProps<BoundaryNodeType>) {
  const { record, label } = data;
  return (
    <div id={elementId(record.id)} role="img" aria-label={label} className={styles.boundary} data-selected={data.isSelected} data-highlighted={data.isHighlighted} data-target={data.isTarget}>
      <span className={styles.title}>{boundaryTitle(record)}</span>
    </div>
  );
});

const NoteNode = memo(function NoteNode({ data }: NodeProps<NoteNodeType>) {
  const { record, label } = data;
  return (
    <div id={elementId(record.id)} role="img" aria-label={label} className={styles.note} data-selected={data.isSelected} data-dimmed={data.isDimmed}>
      {record.text === '' ? <span className={styles.empty}>Empty note</span> : record.text}
    </div>
  );
});

/** Stable for React Flow: one component for each sort of record. */
export const nodeTypes: NodeTypes = { component: ComponentNode, boundary: BoundaryNode, note: NoteNode };
