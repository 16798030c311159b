import { afterEach, expect, test, vi } from 'vitest';
import { isoDay } from '#base/iso-day.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['America/Los_Angeles', '2026-03-04T05:30:00Z', '2026-03-03'],
  ['Asia/Tokyo', '2026-12-31T20:00:00Z', '2027-01-01'],
  ['UTC', '2026-03-04T05:30:00Z', '2026-03-04'],
])('in %s it is %s', (zone, moment, day) => {
  vi.stubEnv('TZ', zone);
  expect(isoDay(new Date(moment))).toBe(day);
});
