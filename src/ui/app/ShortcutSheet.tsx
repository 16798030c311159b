import { shortcutText } from '#ui/actions/action.ts';
import { actions } from '#ui/actions/actions.ts';
import { Dialog } from '#ui/parts/Dialog.tsx';
import styles from './ShortcutSheet.module.css';

const onCanvas: readonly (readonly [keys: string, meaning: string])[] = [
  ['Tab', 'Next component (Shift Tab: the one before)'],
  ['Alt Arrows', 'Follow a connection'],
  ['Arrows', 'Move by 4 (with Shift by 20)'],
  ['Enter', 'Rename'],
  ['Esc', 'Let go'],
  ['Wheel', 'Pan (with Ctrl: zoom)'],
  ['Space drag', 'Pan'],
];

/** All keys, from the list of actions. */
export default function ShortcutSheet({ onClose }: { onClose(): void }) {
  const withKeys = actions.filter(({ shortcuts }) => shortcuts && shortcuts.length > 0);
  const sections = [...new Set(withKeys.map(({ section }) => section))];
  return (
    <Dialog title="Keyboard shortcuts" width={720} onClose={onClose}>
      <div className={styles.sheet}>
        <section>
          <h3>On the canvas</h3>
          <dl>
            {onCanvas.map(([keys, meaning]) => (
              <div key={keys}>
                <dt>{meaning}</dt>
                <dd>{keys}</dd>
              </div>
            ))}
          </dl>
        </section>
        {sections.map((section) => (
          <section key={section}>
            <h3>{section}</h3>
            <dl>
              {withKeys
                .filter((action) => action.section === section)
                .map(({ id, title, shortcuts = [] }) => (
                  <div key={id}>
                    <dt>{title}</dt>
                    <dd>{shortcutText(shortcuts[0] ?? '')}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
