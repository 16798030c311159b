import type { Component } from '#diagram/diagram.ts';

/** Waiting before service, in the unit of the service time. */
export interface Waiting {
  readonly mean: number;
  readonly p99: number;
}

/**
 * Waiting in one copy with `slots` places (M/M/c; exponential assumption). `arrivals` per unit of time.
 * Undefined at or above full use, where it has no end.
 */
export function waiting(arrivals: number, serviceTime: number, slots: number): Waiting | undefined {
  const offered = arrivals * serviceTime;
  const use = offered / slots;
  if (slots < 1 || use >= 1) return undefined;
  const waits = slots > mostCounted ? 1 : shareThatWaits(offered, slots);
  const scale = serviceTime / (slots * (1 - use));
  return { mean: waits * scale, p99: Math.max(0, scale * Math.log(waits / 0.01)) };
}

/** Among more places than these the wait is next to nothing even if everybody waited, so that nobody counts them. */
const mostCounted = 100_000;

/** Erlang C, from Erlang B place by place. */
function shareThatWaits(offered: number, slots: number): number {
  let blocked = 1;
  for (let k = 1; k <= slots && blocked > 0; k++) blocked = (offered * blocked) / (k + offered * blocked);
  return blocked / (1 - (offered / slots) * (1 - blocked));
}

/** Waiting at a component in milliseconds, its load split evenly over the copies; undefined while a number is missing. */
export function waitingAt({ properties }: Component, load: number | undefined): Waiting | undefined {
  const { instances, concurrencyPerInstance, serviceTimeMs } = properties;
  if (!instances || !concurrencyPerInstance || serviceTimeMs === undefined || load === undefined) return undefined;
  return waiting(load / instances / 1000, serviceTimeMs, concurrencyPerInstance);
}
