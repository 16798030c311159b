import { isSync } from '#graph/access.ts';
import { sharesEntities } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isInternalClient, isProxy } from '#graph/roles.ts';

const longest = 8;
const most = 200;

/** Ways by which a client moves bytes through services: from the client's connection to the one at the bucket, in order. */
export type TransferPath = readonly [first: Edge, ...rest: Edge[]];

/**
 * Synchronous ways from a client that is not internal, through proxies and services only, that end in this connection.
 * Ways with a step that carries other data than the last one are left out.
 */
export function transferPaths(graph: Graph, last: Edge, fits: (edge: Edge) => boolean): readonly TransferPath[] {
  const found: TransferPath[] = [];
  const visit = (path: TransferPath): void => {
    const [first] = path;
    if (found.length >= most || path.length > longest) return;
    if (first.from.kind === 'client') {
      if (!isInternalClient(first.from) && path.length > 1) found.push(path);
      return;
    }
    if (first.from.kind !== 'service' && !isProxy(first.from)) return;
    for (const before of graph.into(first.from.id)) {
      const isNew = !path.some(({ from }) => from.id === before.from.id);
      if (isNew && before.interaction === 'request' && isSync(before) === true && fits(before) && sharesEntities(before, last) !== false) visit([before, ...path]);
    }
  };
  if (last.from.kind === 'service' && last.interaction === 'request' && isSync(last) === true && fits(last)) visit([last]);
  return found;
}

/** Components and connections of a way, in its order. */
export const witnessOf = (path: TransferPath): readonly string[] => [...path.flatMap(({ from, id }) => [from.id, id]), (path.at(-1) ?? path[0]).to.id];
