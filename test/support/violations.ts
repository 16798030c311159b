import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on a page: each violation with the element and what is wrong. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { readonly axe: typeof import('axe-core') }).axe.run(document, { resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  });
}
