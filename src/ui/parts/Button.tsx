import type { ComponentProps } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'icon';
}

/** A button of the house. Icon buttons need an `aria-label`, which is also their tooltip. */
export function Button({ look = 'plain', className, ...props }: ButtonProps) {
  return <button type="button" title={look === 'icon' ? props['aria-label'] : undefined} {...props} className={[styles.button, className].filter(Boolean).join(' ')} data-look={look} />;
}
