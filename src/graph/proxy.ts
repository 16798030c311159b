import type { Component, Id } from '#diagram/diagram.ts';
import { sharesEntities } from './entities.ts';
import type { Edge, Graph } from './graph.ts';
import { isProxy } from './roles.ts';

/** Whether a request that comes to a proxy on one connection leaves it on another. */
export type Passage = 'certain' | 'open' | 'excluded';

/** A proxy with one caller is drawn for that caller: all its targets are, but for data that came on another of its connections. A shared one is asked which belong together. */
export function passage(graph: Graph, arriving: Edge, leaving: Edge): Passage {
  if (distinct(graph.into(arriving.to.id), ({ from }) => from.id) > 1) return statedPassage(graph, arriving, leaving);
  return arrivalsFor(graph, leaving).includes(arriving) ? 'certain' : 'excluded';
}

/**
 * The connections whose requests may leave a proxy or CDN on this one. What they hand on they do not change: where it is
 * stated, data goes on as it came. All of them where nothing that arrives could carry what leaves.
 */
export function arrivalsFor(graph: Graph, leaving: Edge): readonly Edge[] {
  const arriving = graph.into(leaving.from.id);
  const fitting = arriving.filter((edge) => sharesEntities(edge, leaving) !== false);
  return fitting.length > 0 ? fitting : arriving;
}

/**
 * Where a proxy has several targets, labels, routes and carried data tell which belong to what arrives;
 * where none does, the passage stays open.
 */
export function statedPassage(graph: Graph, arriving: Edge, leaving: Edge): Passage {
  const proxy = arriving.to;
  const [a, b] = [label(arriving), label(leaving)];
  const routed = routeTarget(proxy, a);
  const data = sharesEntities(arriving, leaving);
  const alike = a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
  if ((a !== '' && b !== '' && !alike) || data === false) return 'excluded';
  if (routed !== undefined && !names(routed, leaving.to)) return 'excluded';
  if (distinct(graph.out(proxy.id), ({ to }) => to.id) <= 1 || alike || routed !== undefined || data === true) return 'certain';
  return 'open';
}

/** A way of one or more connections, through proxies only, and how sure it is. */
export interface Way {
  readonly edges: readonly [Edge, ...Edge[]];
  readonly certainty: 'certain' | 'open';
}

/** Ways from a connection on to the first components that are no proxies; the connection itself where its target is none. */
export function waysFrom(graph: Graph, first: Edge, passageOf = passage): readonly Way[] {
  const ways: Way[] = [];
  const visit = (edges: readonly [Edge, ...Edge[]], certainty: Way['certainty']): void => {
    const last = edges.at(-1) ?? edges[0];
    if (!isProxy(last.to)) {
      ways.push({ edges, certainty });
      return;
    }
    for (const next of graph.out(last.to.id)) {
      if (next.interaction !== 'request' || edges.some(({ from }) => from.id === next.to.id) || next.to.id === last.to.id) continue;
      const step = passageOf(graph, last, next);
      if (step !== 'excluded') visit([...edges, next], step === 'open' ? 'open' : certainty);
    }
  };
  visit([first], 'certain');
  return ways;
}

/** Ways from the last components before a connection that are no proxies, up to it; the connection itself where its source is none. */
export function waysTo(graph: Graph, last: Edge): readonly Way[] {
  const ways: Way[] = [];
  const visit = (edges: readonly [Edge, ...Edge[]], certainty: Way['certainty']): void => {
    const [first] = edges;
    if (!isProxy(first.from)) {
      ways.push({ edges, certainty });
      return;
    }
    for (const before of graph.into(first.from.id)) {
      if (!carriesRequests(before) || edges.some(({ to }) => to.id === before.from.id) || before.from.id === first.from.id) continue;
      const step = passage(graph, before, first);
      if (step !== 'excluded') visit([before, ...edges], step === 'open' ? 'open' : certainty);
    }
  };
  visit([last], 'certain');
  return ways;
}

/** A CDN fetches from a proxy as anybody else requests. */
const carriesRequests = ({ interaction }: Edge): boolean => interaction === 'request' || interaction === 'origin-fetch';

/** How sure it is that a request goes this way: as sure as the proxies on it make it. */
export function wayPassage(graph: Graph, way: readonly Edge[]): Passage {
  const steps = way.slice(1).flatMap((edge, index) => {
    const before = way[index];
    return before && isProxy(edge.from) ? [passage(graph, before, edge)] : [];
  });
  return steps.includes('excluded') ? 'excluded' : steps.includes('open') ? 'open' : 'certain';
}

const label = ({ connection }: Edge): string => connection.label.trim().toLowerCase();
const distinct = (edges: readonly Edge[], end: (edge: Edge) => Id): number => new Set(edges.map(end)).size;

function routeTarget({ properties }: Component, match: string): string | undefined {
  if (match === '') return undefined;
  const routes = [properties.routes ?? [], properties.contentRouting ?? []].flatMap((list) => (Array.isArray(list) ? list : []));
  return routes.find((route) => route.match?.trim().toLowerCase() === match)?.target?.trim().toLowerCase();
}

const names = (target: string, { id, name }: Component): boolean => target === id.toLowerCase() || target === name.trim().toLowerCase();
