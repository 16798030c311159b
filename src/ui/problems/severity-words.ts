import type { Severity } from '#rules/finding.ts';

/** Worst first. */
export const severityOrder: readonly Severity[] = ['error', 'warning', 'suggestion'];

export const severityWords = (severity: Severity, count: number): string => (count === 1 ? severity : `${severity}s`);

/** "1 finding", "2 findings". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
