import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';

/** Whether a job takes a lock, so that one run at a time does the work. */
export const takesLock = (graph: Graph, { id }: Component): boolean => graph.out(id).some(({ interaction }) => interaction === 'acquire-lock');
