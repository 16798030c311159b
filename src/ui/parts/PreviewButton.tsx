import { type ReactNode, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import { PreviewCard, type PreviewSide } from './PreviewCard.tsx';
import styles from './PreviewCard.module.css';
import { type Plan, usePreview } from './use-preview.ts';

interface PreviewButtonProps {
  readonly children: ReactNode;
  /** What it does, as a title of its preview. */
  readonly label: string;
  readonly look?: 'plain' | 'quiet';
  readonly side: PreviewSide;
  readonly disabled?: boolean;
  readonly plan: Plan;
  onApply(): void;
}

/** A button that shows what it will do: under the pointer and in focus at once, under a finger before it does it. */
export function PreviewButton({ children, label, look = 'plain', side, disabled = false, plan, onApply }: PreviewButtonProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const pointer = useRef('');
  const { shown, show, hide } = usePreview(plan);
  const apply = (): void => {
    hide();
    onApply();
  };
  const isOutside = (target: EventTarget | null): boolean => !(target instanceof Node && (anchor.current?.contains(target) || document.getElementById(id)?.contains(target)));
  return (
    <span
      ref={anchor}
      className={styles.anchor}
      // Not on entering: what moves under a resting pointer was not asked for.
      onPointerMove={({ pointerType, buttons }) => {
        if (pointerType !== 'touch' && buttons === 0 && !disabled) show('peek');
      }}
      onPointerLeave={({ pointerType }) => {
        if (pointerType !== 'touch' && shown?.mode !== 'confirm') hide();
      }}
      onPointerDown={({ pointerType }) => {
        pointer.current = pointerType;
      }}
      onBlur={({ relatedTarget }) => {
        if (isOutside(relatedTarget)) hide();
      }}
    >
      <Button
        look={look}
        disabled={disabled}
        aria-describedby={shown ? id : undefined}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) show('peek');
        }}
        onClick={() => {
          const isFinger = pointer.current === 'touch';
          pointer.current = '';
          if (isFinger) show('confirm');
          else apply();
        }}
      >
        {children}
      </Button>
      {shown && <PreviewCard id={id} label={label} shown={shown} anchor={anchor} side={side} onApply={apply} onClose={hide} />}
    </span>
  );
}
