import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { changeWords } from '#rules/change-words.ts';
import { Button } from './Button.tsx';
import styles from './PreviewCard.module.css';
import type { ShownPreview } from './use-preview.ts';

/** Where the card stands if there is room. */
export type PreviewSide = 'left' | 'above';

interface PreviewCardProps {
  readonly id: string;
  readonly label: string;
  readonly shown: ShownPreview;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly side: PreviewSide;
  onApply(): void;
  onClose(): void;
}

const mostLines = 7;
const edge = 8;

/** What a change adds, sets and removes, in a few lines beside its button. Under a finger it asks. */
export function PreviewCard({ id, label, shown: { preview, mode }, anchor, side, onApply, onClose }: PreviewCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const lines = changeWords(preview.before, preview.after);
  const asks = mode === 'confirm';

  useLayoutEffect(() => {
    const [button, element] = [anchor.current?.getBoundingClientRect(), card.current];
    if (!button || !element) return;
    const { left, top } = placeOf(button, element.getBoundingClientRect(), side);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    if (asks) element.querySelector('button')?.focus({ preventScroll: true });
  }, [anchor, side, asks]);

  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
    };
    const leave = ({ target }: PointerEvent): void => {
      if (asks && target instanceof Node && !card.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    window.addEventListener('keydown', close, true);
    window.addEventListener('pointerdown', leave, true);
    return () => {
      window.removeEventListener('keydown', close, true);
      window.removeEventListener('pointerdown', leave, true);
    };
  }, [anchor, asks, onClose]);

  return createPortal(
    <div ref={card} id={id} className={styles.bridge} role={asks ? 'dialog' : 'tooltip'} aria-label={asks ? label : undefined}>
      <div className={styles.card}>
        {asks && <p className={styles.title}>{label}</p>}
        <ul className={styles.lines}>
          {lines.slice(0, lines.length > mostLines ? mostLines - 1 : mostLines).map(({ type, text }) => (
            <li key={text} data-change={type}>
              {text}
            </li>
          ))}
        </ul>
        {lines.length > mostLines && <p className={styles.more}>and {lines.length - mostLines + 1} more changes</p>}
        {asks && (
          <div className={styles.buttons}>
            <Button look="primary" onClick={onApply}>
              Apply
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </div>
        )}
      </div>
    </div>,
    // Inside the landmark that it belongs to; an outer one would be a place of its own to a screen reader.
    document.querySelector('main') ?? document.body,
  );
}

/** Beside the button on the wanted side, else above it, else below it; inside the window in any case. */
function placeOf(button: DOMRect, { width, height }: DOMRect, side: PreviewSide): { readonly left: number; readonly top: number } {
  const across = (left: number): number => Math.max(edge, Math.min(left, window.innerWidth - width - edge));
  const along = (top: number): number => Math.max(edge, Math.min(top, window.innerHeight - height - edge));
  if (side === 'left' && button.left - width >= edge) return { left: button.left - width, top: along(button.top + button.height / 2 - height / 2) };
  const left = across(side === 'left' ? button.right - width : button.left - edge);
  return { left, top: button.top - height >= edge ? button.top - height : along(button.bottom) };
}
