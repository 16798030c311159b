import { lazy, Suspense } from 'react';
import type { Rect } from '#diagram/geometry.ts';
import { useEditorState } from '#ui/parts/editor-context.tsx';

const Ghosts = lazy(() => import('./Ghosts.tsx'));

/** What a change that is looked at would do to the drawing. Nothing while none is. */
export function GhostLayer({ area }: { readonly area: Rect }) {
  const preview = useEditorState((state) => state.preview);
  return (
    preview && (
      <Suspense>
        <Ghosts preview={preview} area={area} />
      </Suspense>
    )
  );
}
