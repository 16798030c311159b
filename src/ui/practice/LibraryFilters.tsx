import { optionLabel } from '#catalog/wording.ts';
import { topics } from '#practice/scenario.ts';
import panes from '#ui/parts/Panes.module.css';
import type { LibraryFilter } from './library-list.ts';
import styles from './ScenarioLibrary.module.css';

interface LibraryFiltersProps {
  readonly filter: LibraryFilter;
  /** How many interviews there are in all. */
  readonly count: number;
  onChange(filter: LibraryFilter): void;
}

/** Search and filters of the library. */
export function LibraryFilters({ filter, count, onChange }: LibraryFiltersProps) {
  return (
    <>
      <input
        className={`${panes.search} ${styles.search}`}
        type="search"
        aria-label="Search the interviews"
        placeholder={`Search ${count} ${count === 1 ? 'interview' : 'interviews'}`}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.target.value })}
      />
      <div className={styles.filters}>
        <Filter label="Difficulty" all="Any difficulty" options={['easy', 'medium', 'hard'] as const} value={filter.difficulty} onChange={(difficulty) => onChange({ ...filter, difficulty })} />
        <Filter label="Kind" all="Any kind" options={['product', 'infrastructure'] as const} value={filter.type} onChange={(type) => onChange({ ...filter, type })} />
        <Filter label="Topic" all="Any topic" options={topics} value={filter.topic} onChange={(topic) => onChange({ ...filter, topic })} />
        <Filter label="Own progress" all="Tried or not" options={['not-tried', 'tried', 'complete'] as const} value={filter.progress} onChange={(progress) => onChange({ ...filter, progress })} />
      </div>
    </>
  );
}

interface FilterProps<Value extends string> {
  readonly label: string;
  /** What the choice of nothing is called. */
  readonly all: string;
  readonly options: readonly Value[];
  readonly value: Value | undefined;
  onChange(value: Value | undefined): void;
}

function Filter<Value extends string>({ label, all, options, value, onChange }: FilterProps<Value>) {
  return (
    <select className={styles.filter} aria-label={label} value={value ?? ''} data-chosen={value !== undefined} onChange={(event) => onChange(options.find((option) => option === event.target.value))}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {optionLabel(option)}
        </option>
      ))}
    </select>
  );
}
