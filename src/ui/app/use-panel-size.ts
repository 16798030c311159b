import { useState } from 'react';

/** The size of a panel in pixels, remembered by the browser. */
export function usePanelSize(panel: string, usual: number): readonly [number, (size: number) => void] {
  const key = `caveat-size-${panel}`;
  const [size, setSize] = useState(() => Number(localStorage.getItem(key)) || usual);
  return [
    size,
    (next) => {
      localStorage.setItem(key, String(next));
      setSize(next);
    },
  ];
}
