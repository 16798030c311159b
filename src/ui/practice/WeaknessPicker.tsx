import { type KeyboardEvent, useId, useState } from 'react';
import { searchFlaws } from '#practice/drills/flaw-names.ts';
import styles from './InterviewPanel.module.css';

/** A searchable list of everything that can be weak. Arrow keys walk it, Enter names. */
export function WeaknessPicker({ onName }: { onName(rule: string): void }) {
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const id = useId();
  const found = isOpen ? searchFlaws(search) : [];
  const active = found[Math.min(at, found.length - 1)];

  const choose = (rule: string): void => {
    onName(rule);
    setSearch('');
    setAt(0);
    setOpen(false);
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      if (isOpen) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
      else setOpen(true);
    } else if (event.key === 'Enter' && active) choose(active.rule);
    else if (event.key === 'Escape' && isOpen) {
      setOpen(false);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <div className={styles.picker} onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setOpen(false)}>
      <input
        role="combobox"
        aria-label="Name a weakness"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? `${id}-${active.rule}` : undefined}
        placeholder="Name a weakness: retry, single point …"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={press}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Weaknesses" className={styles.options} hidden={!isOpen}>
        {found.map(({ rule, name, group, about }) => (
          <li key={rule} ref={rule === active?.rule ? intoView : undefined} id={`${id}-${rule}`} role="option" aria-selected={rule === active?.rule} title={about} onPointerDown={(event) => event.preventDefault()} onClick={() => choose(rule)}>
            <span>{name}</span>
            <span className={styles.where}>{group}</span>
          </li>
        ))}
      </ul>
      {isOpen && found.length === 0 && <p className={styles.nothing}>Nothing is called that. Try what goes wrong: lost, twice, slow.</p>}
    </div>
  );
}

const intoView = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' });
