/** Does something now, or after the click that is being made: what appears while a button is held down would move it from under the hand. */
export function whenReleased(then: () => void): void {
  if (document.querySelector(':active')) window.addEventListener('mouseup', () => setTimeout(then), { once: true });
  else then();
}
