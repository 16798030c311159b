import { Search } from 'lucide-react';
import { type KeyboardEvent, lazy, type PointerEvent, Suspense, useId, useRef, useState } from 'react';
import { kindOf } from '#catalog/kinds.ts';
import { type PaletteHit, type PaletteItem, searchPalette } from '#catalog/palette.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { GlyphIcon } from '#ui/parts/Glyph.tsx';
import styles from './Palette.module.css';

const HoverCard = lazy(() => import('./HoverCard.tsx'));

const headings = { 'building-block': 'Building blocks', supporting: 'Around them' } as const;

/** Everything that can be placed: drag it, click it, or arm it by its key. */
export function Palette() {
  const [search, setSearch] = useState('');
  const hits = searchPalette(search);
  const list = useRef<HTMLDivElement>(null);

  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('input, button') ?? [])];
    const index = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.min(stops.length - 1, Math.max(0, index + step))]?.focus();
    event.preventDefault();
  };

  return (
    <nav ref={list} className={styles.palette} aria-label="Palette" onKeyDown={walk}>
      <label className={styles.search}>
        <Search size={14} aria-hidden="true" />
        <input type="search" value={search} placeholder="Find a block or product" aria-label="Find a block or product" onChange={(event) => setSearch(event.target.value)} />
      </label>
      {(['building-block', 'supporting'] as const).map((section) => {
        const shown = hits.filter(({ item }) => item.section === section);
        return (
          shown.length > 0 && (
            <section key={section} aria-label={headings[section]}>
              <h2 className={styles.heading}>{headings[section]}</h2>
              <ul>
                {shown.map((hit) => (
                  <Row key={hit.item.id} {...hit} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {hits.length === 0 && <p className={styles.nothing}>Nothing is called that. Try a product, such as Kafka.</p>}
    </nav>
  );
}

const dragThreshold = 4;

function Row({ item, product }: PaletteHit) {
  const editor = useEditor();
  const isArmed = useEditorState(({ tool }) => tool.type === 'place' && tool.entry === item.id);
  const pressed = useRef<{ readonly x: number; readonly y: number; isDragged: boolean } | undefined>(undefined);
  const card = useId();
  const [anchor, setAnchor] = useState<DOMRect>();
  const family = kindOf(item.kind)?.family ?? 'compute';

  const press = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.releasePointerCapture(event.pointerId);
    pressed.current = { x: event.clientX, y: event.clientY, isDragged: false };
    setAnchor(undefined);
    const drag = (move: globalThis.PointerEvent): void => {
      const start = pressed.current;
      if (!start || Math.hypot(move.clientX - start.x, move.clientY - start.y) < dragThreshold) return;
      start.isDragged = true;
      stop();
      editor.setTool({ type: 'place', entry: item.id, dragging: true });
    };
    const stop = (): void => {
      window.removeEventListener('pointermove', drag);
      window.removeEventListener('pointerup', stop);
    };
    window.addEventListener('pointermove', drag);
    window.addEventListener('pointerup', stop);
  };

  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-kind={item.kind}
        data-entry={item.id}
        data-armed={isArmed}
        aria-describedby={anchor ? card : undefined}
        aria-keyshortcuts={item.shortcut}
        onPointerDown={press}
        onClick={() => {
          if (!pressed.current?.isDragged) editor.view({ type: 'place', entry: item.id });
          pressed.current = undefined;
        }}
        onPointerEnter={(event) => event.pointerType === 'mouse' && setAnchor(event.currentTarget.getBoundingClientRect())}
        onPointerLeave={() => setAnchor(undefined)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setAnchor(event.currentTarget.getBoundingClientRect())}
        onBlur={() => setAnchor(undefined)}
        onKeyDown={(event) => event.key === 'Escape' && setAnchor(undefined)}
      >
        <span className={styles.tile} style={{ color: `var(--accent-${family})`, background: `var(--tint-${family})` }} data-plain={family === 'compute'}>
          <GlyphIcon paths={item.glyph} size={17} />
        </span>
        <span className={styles.label}>
          {item.label}
          {product && <span className={styles.product}> {product}</span>}
        </span>
        {item.shortcut && <kbd className={styles.key}>{item.shortcut.toUpperCase()}</kbd>}
      </button>
      {anchor && (
        <Suspense>
          <HoverCard id={card} item={item as PaletteItem} anchor={anchor} />
        </Suspense>
      )}
    </li>
  );
}
