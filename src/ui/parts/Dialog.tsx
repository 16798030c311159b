import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly width?: number;
  onClose(): void;
  readonly children: ReactNode;
}

/** A modal dialog by the browser's own element: focus stays inside, Escape and a click beside it close it. */
export function Dialog({ title, width = 560, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog
      ref={element}
      role="dialog"
      aria-label={title}
      className={styles.dialog}
      style={{ width }}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        if (event.target === element.current) element.current?.close();
      }}
    >
      <div className={styles.content}>
        <header className={styles.header}>
          <h2>{title}</h2>
          <Button look="icon" aria-label="Close" onClick={() => element.current?.close()}>
            <X size={16} />
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
