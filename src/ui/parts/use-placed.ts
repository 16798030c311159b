import { useEffect, useState } from 'react';
import type { Diagram } from '#diagram/diagram.ts';
import { withPlaces } from './layout.ts';

const layouts = new WeakMap<Diagram, Promise<Diagram>>();

/** The diagram with a place for everything, laid out once as an opened file is; undefined until then. */
export function usePlaced(diagram: Diagram): Diagram | undefined {
  const [placed, setPlaced] = useState<{ readonly of: Diagram; readonly drawn: Diagram }>();
  useEffect(() => {
    let isGone = false;
    const layout = layouts.get(diagram) ?? withPlaces(diagram);
    layouts.set(diagram, layout);
    layout.then(
      (drawn) => !isGone && setPlaced({ of: diagram, drawn }),
      () => layouts.delete(diagram),
    );
    return () => {
      isGone = true;
    };
  }, [diagram]);
  return placed?.of === diagram ? placed.drawn : undefined;
}
