import { expect, test, vi } from 'vitest';
import { memoByIdentity } from '#base/memo.ts';

test('computes once for each object, also where the result is undefined', () => {
  const compute = vi.fn((key: { readonly n?: number }) => key.n);
  const remembered = memoByIdentity(compute);
  const [full, empty] = [{ n: 1 }, {}];
  expect([remembered(full), remembered(full), remembered(empty), remembered(empty), remembered({ n: 1 })]).toEqual([1, 1, undefined, undefined, 1]);
  expect(compute).toHaveBeenCalledTimes(3);
});
