import { useStore } from '@xyflow/react';
import { Minus, Plus } from 'lucide-react';
import { useEditor } from '#ui/parts/editor-context.tsx';
import styles from './Canvas.module.css';

const count = (value: number, one: string): string => `${value.toLocaleString('en-US')} ${one}${value === 1 ? '' : 's'}`;

/** Zoom by click, and the size of the diagram. */
export function CanvasControls({ components, connections }: { readonly components: number; readonly connections: number }) {
  const editor = useEditor();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <>
      <div className={styles.zoom} role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom out" onClick={() => editor.view({ type: 'zoom-out' })}>
          <Minus size={14} />
        </button>
        <button type="button" className={styles.percent} aria-label={`Zoom ${percent} %, back to 100 %`} onClick={() => editor.view({ type: 'actual-size' })}>
          {percent} %
        </button>
        <button type="button" aria-label="Zoom in" onClick={() => editor.view({ type: 'zoom-in' })}>
          <Plus size={14} />
        </button>
      </div>
      <p className={styles.status} role="status">
        {count(components, 'component')}, {count(connections, 'connection')}
      </p>
    </>
  );
}
