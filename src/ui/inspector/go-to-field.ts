import { flushSync } from 'react-dom';
import type { Id } from '#diagram/diagram.ts';
import type { Editor } from '#editor/editor.ts';

/** Selects a record and puts the focus into the field of one of its properties, unfolding what hides it. An entity is found with nothing selected. */
export function goToField(editor: Editor, record: Id, property: string): void {
  const isEntity = editor.store.getState().diagram.entities.has(record);
  flushSync(() => editor.select(isEntity ? [] : [record]));
  if (!isEntity) editor.view({ type: 'reveal', ids: [record] });
  const within = isEntity ? `[data-entity="${CSS.escape(record)}"] ` : '';
  const field = document.querySelector<HTMLElement>(`aside[aria-label="Inspector"] ${within}[data-property="${CSS.escape(property)}"]`);
  if (!field) return;
  for (let around = field.parentElement; around; around = around.parentElement) if (around instanceof HTMLDetailsElement) around.open = true;
  field.scrollIntoView({ block: 'nearest' });
  field.querySelector<HTMLElement>('input, select, textarea')?.focus();
}
