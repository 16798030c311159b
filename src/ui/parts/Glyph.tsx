/** A glyph's strokes, for use inside an `<svg>`. */
export function Glyph({ paths, colour = 'currentColor' }: { readonly paths: readonly string[]; readonly colour?: string }) {
  return (
    <g fill="none" stroke={colour} strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round">
      {paths.map((d) => (
        <path key={d} d={d} />
      ))}
    </g>
  );
}

/** A glyph as a picture of its own. */
export function GlyphIcon({ paths, size = 18 }: { readonly paths: readonly string[]; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <Glyph paths={paths} />
    </svg>
  );
}
