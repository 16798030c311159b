/** A remark with a warning in it. */
export function Logo() {
  return (
    <svg width={20} height={20} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d="M4 4h16v12h-9l-4 4v-4H4z" />
      <path d="M12 7.5v3" />
      <path d="M12 13h.01" />
    </svg>
  );
}
