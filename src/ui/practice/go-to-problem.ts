/**
 * Puts the focus into the field of a form at a path, unfolding what hides it; where the path has no field of its own,
 * the next one around it. Returns whether there is one.
 */
export function goToProblem(form: HTMLElement, path: string): boolean {
  const places = [...form.querySelectorAll<HTMLElement>('[data-path]')].filter(({ dataset: { path: at = '' } }) => path === at || path.startsWith(`${at}.`));
  const place = places.toSorted((a, b) => (b.dataset['path'] ?? '').length - (a.dataset['path'] ?? '').length)[0];
  if (!place) return false;
  for (let around: HTMLElement | null = place; around; around = around.parentElement) if (around instanceof HTMLDetailsElement) around.open = true;
  const field = place.querySelector<HTMLElement>('input, select, textarea, button');
  field?.focus({ preventScroll: true });
  (field ?? place).scrollIntoView({ block: 'center' });
  return true;
}
