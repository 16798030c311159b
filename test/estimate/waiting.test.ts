import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { waiting, waitingAt } from '#estimate/waiting.ts';

/** Published values of M/M/c, in units of the service time. */
describe('mean wait', () => {
  test.each([
    { slots: 1, use: 0.5, mean: 1 },
    { slots: 1, use: 0.7, mean: 2.33 },
    { slots: 1, use: 0.8, mean: 4 },
    { slots: 1, use: 0.9, mean: 9 },
    { slots: 4, use: 0.5, mean: 0.087 },
    { slots: 4, use: 0.7, mean: 0.357 },
    { slots: 4, use: 0.8, mean: 0.746 },
    { slots: 4, use: 0.9, mean: 1.97 },
    { slots: 8, use: 0.75, mean: 0.179 },
    { slots: 10, use: 0.7, mean: 0.074 },
    { slots: 10, use: 0.8, mean: 0.205 },
    { slots: 10, use: 0.9, mean: 0.669 },
    { slots: 50, use: 0.8, mean: 0.009 },
    { slots: 50, use: 0.9, mean: 0.073 },
  ])('$slots places used to $use: $mean', ({ slots, use, mean }) => {
    const wait = waiting(use * slots, 1, slots)?.mean ?? Number.NaN;
    expect(Math.abs(wait - mean) / mean).toBeLessThan(0.05);
  });
});

describe('99 % wait', () => {
  test.each([
    { slots: 1, use: 0.7, p99: 14.2 },
    { slots: 4, use: 0.8, p99: 5.11 },
    { slots: 8, use: 0.75, p99: 1.79 },
    { slots: 10, use: 0.9, p99: 4.2 },
  ])('$slots places used to $use: $p99', ({ slots, use, p99 }) => {
    expect(waiting(use * slots, 1, slots)?.p99).toBeCloseTo(p99, 1);
  });
});

test('nobody waits where there is always a place, and for ever where there never is', () => {
  expect(waiting(0.01, 1, 50)?.p99).toBe(0);
  expect(waiting(1, 1, 1)).toBeUndefined();
  expect(waiting(2, 1, 1)).toBeUndefined();
});

test('more places than anybody can count cost no time', () => {
  const wait = waiting(9e14, 1, 1e15);
  expect(wait?.mean).toBeLessThan(1e-12);
  expect(wait?.p99).toBeLessThan(1e-12);
});

test.each([
  ['service s { instances: 2, concurrencyPerInstance: 1, serviceTimeMs: 10 }', 100, 10],
  ['service s { instances: 2, serviceTimeMs: 10 }', 100, undefined],
  ['service s { concurrencyPerInstance: 1, serviceTimeMs: 10 }', 100, undefined],
  ['service s { instances: 2, concurrencyPerInstance: 1, serviceTimeMs: 10 }', undefined, undefined],
])('%s under %s/s waits %s ms', (text, load, mean) => {
  const [component] = sketch(text).components.values();
  const wait = component && waitingAt(component, load);
  expect(wait && Math.round(wait.mean)).toBe(mean);
});
