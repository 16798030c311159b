import { useEffect } from 'react';
import type { Editor } from '#editor/editor.ts';
import { openShelf } from './shelf.ts';

/** Follows a link that carries a challenge, at the first load and in an open page. */
export function useChallengeLink(editor: Editor): void {
  useEffect(() => {
    const follow = (): void => {
      if (location.hash.startsWith('#practise=')) void import('#ui/practice/follow-link.ts').then(({ followLink }) => followLink(editor, openShelf));
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [editor]);
}
