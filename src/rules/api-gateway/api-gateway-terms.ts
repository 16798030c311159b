import type { Component } from '#diagram/diagram.ts';
import { isRequest } from '#graph/access.ts';
import type { Graph } from '#graph/graph.ts';
import { type Way, waysFrom, waysTo } from '#graph/proxy.ts';
import { isUntrusted } from '#graph/roles.ts';

/** Ways by which callers come in, each from the first component that is no proxy. */
export const entrances = (graph: Graph, { id }: Component): readonly Way[] =>
  graph.into(id).filter((edge) => isRequest(edge) || edge.interaction === 'origin-fetch').flatMap((edge) => waysTo(graph, edge));

/** Who comes by a way. */
export const callerOn = ({ edges }: Way): Component => edges[0].from;

/** Whether somebody untrusted comes by one of these ways. */
export const bringStrangers = (ways: readonly Way[]): boolean => ways.some((way) => isUntrusted(callerOn(way)));

/** The first components behind a gateway that are no proxies. */
export function calleesOf(graph: Graph, { id }: Component): readonly Component[] {
  const ways = graph.out(id).filter(isRequest).flatMap((edge) => waysFrom(graph, edge));
  return [...new Set(ways.map(({ edges }) => (edges.at(-1) ?? edges[0]).to))];
}
