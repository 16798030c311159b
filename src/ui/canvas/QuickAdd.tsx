import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { interactionsBetween } from '#catalog/interaction.ts';
import { type PaletteItem, paletteItems } from '#catalog/palette.ts';
import { addComponent } from '#diagram/commands/add-component.ts';
import { connect } from '#diagram/commands/connect.ts';
import { applyDiff, squashDiffs } from '#diagram/diff.ts';
import { uniqueName } from '#diagram/names.ts';
import type { Editor } from '#editor/editor.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { GlyphIcon } from '#ui/parts/Glyph.tsx';
import { cornerFor } from './place.ts';
import styles from './QuickAdd.module.css';
import type { Drop } from './use-gestures.ts';

/** A short list of what could stand at the end of a connection that was dropped on nothing. */
export default function QuickAdd({ drop, onClose }: { readonly drop: Drop; readonly onClose: () => void }) {
  const editor = useEditor();
  const { flowToScreenPosition } = useReactFlow();
  const list = useRef<HTMLDivElement>(null);
  const source = editor.store.getState().diagram.components.get(drop.from);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  if (!source) return null;
  const items = paletteItems.filter(({ kind }) => interactionsBetween(source.kind, kind).length > 0);
  const { x, y } = flowToScreenPosition(drop.at);
  return (
    <div
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={`Add after ${source.name}`}
      className={styles.menu}
      style={{ left: Math.min(x, window.innerWidth - 220), top: Math.min(y, window.innerHeight - 320) }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
        const index = buttons.findIndex((button) => button === document.activeElement);
        buttons[(index + step + buttons.length) % buttons.length]?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          className={styles.item}
          onClick={() => {
            addConnected(editor, drop, item);
            onClose();
          }}
        >
          <GlyphIcon paths={item.glyph} size={16} />
          {item.label}
        </button>
      ))}
    </div>
  );
}

/** Places a component and connects it, as one step. */
function addConnected(editor: Editor, drop: Drop, item: PaletteItem): void {
  const { diagram } = editor.store.getState();
  const id = editor.freshId();
  const placing = addComponent(diagram, { id, kind: item.kind, name: uniqueName(diagram, item.label), position: cornerFor(item.id, drop.at), properties: item.properties ?? {} });
  if (!placing) return;
  const connecting = connect(applyDiff(diagram, placing.diff), { id: editor.freshId(), from: drop.from, to: id });
  editor.dispatch(connecting ? { label: placing.label, diff: squashDiffs(placing.diff, connecting.diff) } : placing, [id]);
  editor.rename(id);
}
