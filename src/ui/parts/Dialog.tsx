import { X } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly width?: number;
  /** As tall as the window allows, whatever is in it; on a phone the whole window. */
  readonly isTall?: boolean;
  onClose(): void;
  readonly children: ReactNode;
}

/** A modal dialog by the browser's own element: focus stays inside, Escape and a click beside it close it. */
export function Dialog({ title, width = 560, isTall = false, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return undefined;
    dialog.showModal();
    // A field to type into comes first; the browser would take the close button.
    dialog.querySelector<HTMLElement>('input:not([type="radio"], [type="checkbox"])')?.focus();
    // Closing gives the focus back to where it was.
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={element}
      role="dialog"
      aria-label={title}
      className={styles.dialog}
      data-tall={isTall}
      style={{ width }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div className={styles.content}>
        <div className={styles.header}>
          <h2>{title}</h2>
          <Button look="icon" aria-label="Close" onClick={onClose}>
            <X size={16} />
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
