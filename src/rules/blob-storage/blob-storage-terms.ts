import type { Component, Id } from '#diagram/diagram.ts';
import { isRequest } from '#graph/access.ts';
import { flowsOf } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';

export const mebibyte = 2 ** 20;
export const gibibyte = 2 ** 30;

/** What the S3 interface takes in one upload of several parts. */
export const partLimits = { leastBytes: 5 * mebibyte, mostBytes: 5 * gibibyte, parts: 10_000 } as const;

const usualPartBytes = 8 * mebibyte;

/** A part size that holds an object of this size, in whole MiB; undefined where no part is large enough. */
export function partBytesFor(objectBytes: number): number | undefined {
  const needed = Math.ceil(objectBytes / partLimits.parts / mebibyte) * mebibyte;
  return needed > partLimits.mostBytes ? undefined : Math.max(usualPartBytes, needed);
}

/** Request connections that end at the bucket. */
export const requestsTo = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter(isRequest);

/** Ids of the data that a bucket holds: stated, or carried to it. */
export const storedIds = (graph: Graph, { id, properties }: Component): ReadonlySet<Id> => new Set([...(properties.dataStored ?? []), ...graph.into(id).flatMap(flowsOf)]);
