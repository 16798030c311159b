/** Whether the window is so narrow that panels and pages cover each other; the style sheets say it in the same words. */
export const isPhone = (): boolean => window.matchMedia('(max-width: 820px)').matches;
