import { ArrowLeftRight, ArrowRight } from 'lucide-react';
import { reverseConnection } from '#diagram/commands/reconnect.ts';
import type { Connection, Diagram } from '#diagram/diagram.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor } from '#ui/parts/editor-context.tsx';
import styles from './Inspector.module.css';

/** From where to where, and the way to turn it round. */
export function ConnectionHead({ diagram, connection }: { readonly diagram: Diagram; readonly connection: Connection }) {
  const editor = useEditor();
  const name = (id: string): string => diagram.components.get(id)?.name ?? 'missing';
  return (
    <div className={styles.ends}>
      <button type="button" onClick={() => editor.select([connection.from])}>
        {name(connection.from)}
      </button>
      <ArrowRight size={14} aria-label="to" />
      <button type="button" onClick={() => editor.select([connection.to])}>
        {name(connection.to)}
      </button>
      <Button look="icon" aria-label="Reverse connection" onClick={() => editor.dispatch(reverseConnection(diagram, { ids: [connection.id] }))}>
        <ArrowLeftRight size={14} />
      </Button>
    </div>
  );
}
