import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Group } from '#editor/problem-groups.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './GroupedList.module.css';

interface GroupedListProps<Item extends { readonly key: string }> {
  readonly label: string;
  readonly groups: readonly Group<Item>[];
  /** The item that stays in view; its group is never folded. */
  readonly open?: string;
  /** The group of the open item is being folded. */
  onFoldOpen?(): void;
  renderRow(item: Item): ReactNode;
  /** What stands above the list, and below it. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  onPointerLeave?(): void;
}

type Row<Item> = { readonly key: string; readonly group: Group<Item>; readonly item?: Item };

const heights = { heading: 28, item: 54 };

/** Items under headings that stick and fold; only as many rows as are in view. Arrow keys walk from row to row. */
export function GroupedList<Item extends { readonly key: string }>({ label, groups, open, onFoldOpen, renderRow, before, after, onPointerLeave }: GroupedListProps<Item>) {
  const editor = useEditor();
  const folded = useEditorState((state) => state.problems.folded);
  const scroller = useRef<HTMLDivElement>(null);
  const isFolded = (group: Group<Item>): boolean => folded.has(group.id) && !group.items.some(({ key }) => key === open);
  const rows = groups.flatMap((group): readonly Row<Item>[] => [{ key: group.id, group }, ...(isFolded(group) ? [] : group.items.map((item) => ({ key: item.key, group, item })))]);
  const headings = useMemo(() => rows.flatMap(({ item }, index) => (item ? [] : [index])), [rows]);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.item ? heights.item : heights.heading),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 30,
    scrollPaddingStart: heights.heading,
    rangeExtractor: (range) => [...new Set([stuckAt(headings, range.startIndex), ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });
  const stuck = stuckAt(headings, list.range?.startIndex ?? 0);

  const openIndex = open === undefined ? -1 : rows.findIndex(({ key }) => key === open);
  useEffect(() => {
    if (openIndex < 0) return;
    const row = scroller.current?.querySelector(`[data-index="${openIndex}"]`);
    // The whole of it where there is room, its sentence in any case.
    for (const element of row ? [row, row.querySelector('button')] : []) element?.scrollIntoView({ block: 'nearest' });
    if (!row) list.scrollToIndex(openIndex, { align: 'start' });
  }, [openIndex, list]);

  const fold = (group: Group<Item>): void => {
    const next = new Set(folded);
    if (isFolded(group)) next.delete(group.id);
    else {
      next.add(group.id);
      if (group.items.some(({ key }) => key === open)) onFoldOpen?.();
    }
    editor.showProblems({ folded: next });
  };

  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !(event.target instanceof HTMLElement) || event.target.matches('input, select, textarea, [role="dialog"] *')) return;
    const row = event.target.closest<HTMLElement>('[data-index]');
    scroller.current?.querySelector<HTMLElement>(`[data-index="${Number(row?.dataset['index']) + step}"] button`)?.focus();
    event.preventDefault();
  };

  return (
    <div ref={scroller} className={styles.scroller} onKeyDown={walk} onPointerLeave={onPointerLeave}>
      {before}
      <ul className={styles.list} style={{ height: list.getTotalSize() }} aria-label={label}>
        {list.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          const isStuck = index === stuck;
          return (
            <li key={key} ref={list.measureElement} data-index={index} className={row.item ? styles.row : styles.headingRow} data-stuck={isStuck} style={isStuck ? undefined : { transform: `translateY(${start}px)` }}>
              {row.item ? renderRow(row.item) : <Heading title={row.group.title} count={row.group.items.length} isFolded={isFolded(row.group)} onFold={() => fold(row.group)} />}
            </li>
          );
        })}
      </ul>
      {after}
    </div>
  );
}

/** The heading that sticks while this row is the first in view. */
const stuckAt = (headings: readonly number[], first: number): number => headings.findLast((index) => index <= first) ?? 0;

function Heading({ title, count, isFolded, onFold }: { readonly title: string; readonly count: number; readonly isFolded: boolean; onFold(): void }) {
  return (
    <h3 className={styles.heading}>
      <button type="button" aria-expanded={!isFolded} onClick={onFold}>
        {isFolded ? <ChevronRight size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
        <span className={styles.title}>{title}</span> <span className={styles.count}>{count}</span>
      </button>
    </h3>
  );
}
