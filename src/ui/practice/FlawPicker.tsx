import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { searchFlaws } from '#practice/drills/flaw-names.ts';
import styles from './FlawPicker.module.css';

interface FlawPickerProps {
  /** The rule of the flaw that is chosen. */
  readonly value: string | undefined;
  onChoose(rule: string): void;
  /** Enter on what is chosen already. */
  onConfirm(): void;
}

/** Every flaw by name, to search and to choose from: typing filters, arrows walk, Enter chooses. */
export function FlawPicker({ value, onChoose, onConfirm }: FlawPickerProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const found = useMemo(() => searchFlaws(search), [search]);
  const current = found[Math.min(active, found.length - 1)];
  const optionId = (rule: string): string => `${id}-${rule}`;

  const activeRule = current?.rule;
  useEffect(() => {
    if (activeRule !== undefined) list.current?.querySelector(`[data-flaw="${activeRule}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [activeRule]);

  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(active + step, found.length - 1)));
    }
    if (event.key !== 'Enter' || !current) return;
    event.preventDefault();
    if (current.rule === value) onConfirm();
    else onChoose(current.rule);
  };

  return (
    <div className={styles.picker}>
      <input
        type="search"
        role="combobox"
        className={styles.search}
        aria-label="Name the flaw"
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={current && optionId(current.rule)}
        placeholder="Name the flaw"
        autoComplete="off"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setActive(0);
        }}
        onKeyDown={walk}
      />
      <ul ref={list} id={id} role="listbox" aria-label="Flaws" className={styles.list} tabIndex={-1}>
        {found.map(({ rule, name, group, about }, index) => (
          // The field above has the focus and hears the keys.
          <li
            key={rule}
            id={optionId(rule)}
            role="option"
            aria-selected={rule === value}
            data-flaw={rule}
            data-active={rule === activeRule}
            className={styles.option}
            title={about}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              setActive(index);
              onChoose(rule);
            }}
          >
            <span>{name}</span>
            <small>{group}</small>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.none}>No flaw is called that.</p>}
    </div>
  );
}
