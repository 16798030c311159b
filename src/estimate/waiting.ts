import type { Component } from '#diagram/diagram.ts';

/** Waiting before service, in the unit of the service time. */
export interface Waiting {
  readonly mean: number;
  readonly p99: number;
}

const none: Waiting = { mean: 0, p99: 0 };

/** With more places than this, even at 99 % use nobody waits as long as a hundredth of the service time. */
const mostSlots = 100_000;

/**
 * Waiting in one copy with `slots` places (M/M/c; exponential assumption). `arrivals` per unit of time.
 * Undefined at or above full use, where it has no end.
 */
export function waiting(arrivals: number, serviceTime: number, slots: number): Waiting | undefined {
  const offered = arrivals * serviceTime;
  const use = offered / slots;
  if (slots < 1 || use >= 1) return undefined;
  if (slots > mostSlots) return none;
  let blocked = 1;
  for (let k = 1; k <= slots; k++) blocked = (offered * blocked) / (k + offered * blocked);
  const waits = blocked / (1 - use * (1 - blocked));
  const scale = serviceTime / (slots * (1 - use));
  return { mean: waits * scale, p99: Math.max(0, scale * Math.log(waits / 0.01)) };
}

/** Waiting at a component in milliseconds, its load split evenly over the copies; undefined while a number is missing. */
export function waitingAt({ properties }: Component, load: number | undefined): Waiting | undefined {
  const { instances, concurrencyPerInstance, serviceTimeMs } = properties;
  if (!instances || !concurrencyPerInstance || serviceTimeMs === undefined || load === undefined) return undefined;
  return waiting(load / instances / 1000, serviceTimeMs, concurrencyPerInstance);
}
