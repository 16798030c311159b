import { createContext, use } from 'react';
import type { PracticeShelf } from '#practice/shelf.ts';

/** Opens what the browser keeps of practice, once; undefined where it forbids storage. */
type OpenShelf = () => Promise<PracticeShelf | undefined>;

export const ShelfContext = createContext<OpenShelf>(() => Promise.resolve(undefined));

/** The way to the shelf that this tree of components keeps practice on. */
export const useShelf = (): OpenShelf => use(ShelfContext);
