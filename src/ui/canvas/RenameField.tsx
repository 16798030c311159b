import { ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { setName } from '#diagram/commands/set-name.ts';
import type { CanvasRecord, Diagram, Id } from '#diagram/diagram.ts';
import { type Rect, rectOf } from '#diagram/geometry.ts';
import { cardOf } from '#drawing/card.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import styles from './RenameField.module.css';
import { spatialIndexOf } from './spatial-index.ts';

/** The open name of a record, in its place on the canvas. Enter and leaving keep it as one step; Escape drops it. */
export function RenameField({ diagram, id, onClose }: { readonly diagram: Diagram; readonly id: Id; readonly onClose: () => void }) {
  const editor = useEditor();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const isCancelled = useRef(false);
  const record = diagram.components.get(id) ?? diagram.boundaries.get(id) ?? diagram.notes.get(id) ?? diagram.connections.get(id);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  if (!record) return null;
  const place = placeOf(diagram, record);
  const isNote = 'text' in record;

  const commit = (): void => {
    const name = field.current?.value ?? '';
    if (!isCancelled.current) editor.dispatch(setName(editor.store.getState().diagram, { id, name: isNote ? name : name.trim() }));
    if (editor.store.getState().renaming === id) editor.rename(undefined);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const isDone = event.key === 'Enter' && !(isNote && event.shiftKey) && !event.nativeEvent.isComposing;
    if (event.key !== 'Escape' && event.key !== 'Tab' && !isDone) return;
    event.preventDefault();
    isCancelled.current = event.key === 'Escape';
    commit();
    isCancelled.current = true;
    onClose();
  };

  const shared = {
    ref: field,
    defaultValue: textOf(record),
    'aria-label': isNote ? 'Note text' : 'from' in record ? 'Connection label' : 'Name',
    onBlur: commit,
    onKeyDown,
    className: isNote ? `${styles.field} ${styles.note}` : styles.field,
    style: { left: place.x, top: place.y, width: place.width, height: place.height },
  };
  return <ViewportPortal>{isNote ? <textarea key={id} {...shared} /> : <input key={id} spellCheck={false} {...shared} data-centred={'from' in record} />}</ViewportPortal>;
}

function textOf(record: CanvasRecord): string {
  if ('from' in record) return record.label;
  return 'text' in record ? record.text : record.name;
}

const fieldHeight = 24;

function placeOf(diagram: Diagram, record: CanvasRecord): Rect {
  if ('from' in record) {
    const wire = spatialIndexOf(diagram).router.wire(record.id);
    const points = wire?.points ?? [];
    const [a, b] = [points[Math.max(0, Math.floor(points.length / 2) - 1)], points[Math.floor(points.length / 2)]];
    const middle = wire?.label ? { x: wire.label.rect.x + wire.label.rect.width / 2, y: wire.label.rect.y + 8 } : { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 };
    return { x: middle.x - 70, y: middle.y - fieldHeight / 2, width: 140, height: fieldHeight };
  }
  const rect = rectOf(record);
  if ('text' in record) return rect;
  if (!('kind' in record)) return { x: rect.x + 8, y: rect.y + 5, width: Math.min(220, rect.width - 16), height: fieldHeight };
  const card = cardOf(record);
  const name = card.lines[0];
  const x = (name?.x ?? 48) - 6;
  return { x: rect.x + x, y: rect.y + (name?.role === 'name' ? name.y : rect.height / 2) - 18, width: rect.width - x - 6, height: fieldHeight };
}
