import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { entryOf } from '#catalog/palette.ts';
import { type Action, type ActionContext, shortcutText } from '#ui/actions/action.ts';
import { actions } from '#ui/actions/actions.ts';
import styles from './CommandPalette.module.css';
import { searchHint } from './search-hint.ts';

/** How many components are listed at a time: the list stays quick in a large diagram. */
const mostFound = 30;

interface CommandListProps {
  readonly context: ActionContext;
  readonly search: string;
  /** Enter was pressed before the list was there. */
  readonly isEntered: boolean;
  onSearch(search: string): void;
  onClose(): void;
}

/** Everything that can be done and everything that is drawn, by name. */
export default function CommandList({ context, search, isEntered, onSearch, onClose }: CommandListProps) {
  const { diagram } = context.editor.store.getState();
  const wanted = search.trim().toLowerCase();
  const found = [...diagram.components.values()].filter(({ name }) => wanted !== '' && name.toLowerCase().includes(wanted)).slice(0, mostFound);
  const possible = actions.filter((action) => action.id !== 'commands' && action.isEnabled?.(context) !== false);
  const run = (action: Action): void => {
    onClose();
    void action.run(context);
  };
  const show = (id: string): void => {
    onClose();
    context.editor.select([id]);
    context.editor.view({ type: 'reveal', ids: [id] });
  };
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isEntered) return undefined;
    // The list chooses its first item once it has been drawn.
    const frame = requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[cmdk-item][aria-selected="true"]')?.click());
    return () => cancelAnimationFrame(frame);
  }, [isEntered]);
  return (
    <Command ref={list} className={styles.palette} label="Search or run a command" loop>
      <Command.Input value={search} onValueChange={onSearch} autoFocus placeholder={searchHint} className={styles.input} />
      <Command.List className={styles.list}>
        <Command.Empty className={styles.empty}>Nothing is called that.</Command.Empty>
        {[...new Set(possible.map(({ section }) => section))].map((section) => (
          <Command.Group key={section} heading={section}>
            {possible
              .filter((action) => action.section === section)
              .map((action) => (
                <Command.Item key={action.id} value={`${action.title} ${action.id}`} className={styles.item} onSelect={() => run(action)}>
                  <span>{action.title}</span>
                  {action.shortcuts?.[0] && <kbd>{shortcutText(action.shortcuts[0])}</kbd>}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
        <Command.Group heading="On the canvas">
          {found.map((component) => (
            <Command.Item key={component.id} value={`${component.name} ${component.id}`} className={styles.item} onSelect={() => show(component.id)}>
              <span>{component.name}</span>
              <span className={styles.kind}>{entryOf(component.kind, component.properties)?.label ?? component.kind}</span>
            </Command.Item>
          ))}
        </Command.Group>
      </Command.List>
    </Command>
  );
}
