import type { Entity } from '#diagram/diagram.ts';

const sensitive: ReadonlySet<string> = new Set(['personal', 'financial', 'secret']);

/** Whether data is known to harm somebody when strangers see it. */
export const isSensitive = ({ classification }: Entity): boolean => sensitive.has(classification ?? '');
