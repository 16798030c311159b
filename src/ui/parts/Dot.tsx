import type { RequirementVerdict } from '#practice/judgement.ts';
import type { Severity } from '#rules/finding.ts';
import styles from './Dot.module.css';

interface SeverityDotProps {
  readonly severity: Severity | 'off';
  /** Under which name it is read out; without one it only repeats what is written beside it. */
  readonly name?: string;
  readonly className?: string | undefined;
}

/** How bad a finding is, as a colour. */
export const SeverityDot = ({ severity, name, className }: SeverityDotProps) => (
  <span className={joined(className)} data-severity={severity} {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })} />
);

/** What the judge says, as a colour beside the words. */
export const VerdictDot = ({ verdict, className }: { readonly verdict: RequirementVerdict; readonly className?: string | undefined }) => <span className={joined(className)} data-verdict={verdict} aria-hidden="true" />;

const joined = (className: string | undefined): string => [styles.dot, className].filter(Boolean).join(' ');
