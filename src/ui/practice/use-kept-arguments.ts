import { useRef } from 'react';

/** What was said under each word that was chosen here, so that choosing another one by mistake loses nothing. */
export function useKeptArguments(): { keep(word: string | undefined, value: unknown): void; kept(word: string): unknown } {
  const said = useRef(new Map<string, unknown>());
  return {
    keep: (word, value) => {
      if (word !== undefined) said.current.set(word, value);
    },
    kept: (word) => said.current.get(word),
  };
}
