/** Gives the focus to what has just come, unless somebody walks along the tabs: a drill that goes on by itself must not hold them up. */
export function takeFocus(element: HTMLElement | null): void {
  if (!document.activeElement?.closest('[role="tablist"]')) element?.focus();
}
