/** The day of a moment on the clock of this computer, as ISO 8601: `2026-11-26`. */
export const isoDay = (moment: Date): string => [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
