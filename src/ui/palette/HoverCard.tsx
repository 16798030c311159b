import { createPortal } from 'react-dom';
import { kindOf } from '#catalog/kinds.ts';
import type { PaletteItem } from '#catalog/palette.ts';
import styles from './Palette.module.css';

const shownCaveats = 4;

/** What an entry is for and what bites, beside its row. */
export default function HoverCard({ id, item, anchor }: { readonly id: string; readonly item: PaletteItem; readonly anchor: DOMRect }) {
  const kind = kindOf(item.kind);
  const top = Math.max(8, Math.min(anchor.top, window.innerHeight - 340));
  return createPortal(
    <div id={id} role="tooltip" className={styles.card} style={{ left: anchor.right + 12, top }}>
      <p className={styles.cardTitle}>{item.label}</p>
      <p>{item.summary}</p>
      {kind && kind.caveats.length > 0 && (
        <>
          <p className={styles.cardHeading}>Things to know</p>
          <ul>
            {kind.caveats.slice(0, shownCaveats).map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {kind && kind.products.length > 0 && <p className={styles.products}>{kind.products.map(({ name }) => name).join(', ')}</p>}
    </div>,
    document.body,
  );
}
