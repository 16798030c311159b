import { expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';

const famous = [
  {
    rule: 'queue/missing-dead-letter-queue',
    severity: 'warning',
    fix: 'Add a dead-letter queue',
    bad: 'service api "Shop"\nqueue jobs "Jobs"\nworker mailer "Mailer"\napi -> jobs -> mailer',
  },
  {
    rule: 'cache/write-back-without-durability',
    severity: 'error',
    fix: 'Write through to the store',
    bad: 'service api "Shop"\ndistributed-cache cache "Carts" { writeStrategy: write-back, persistence: none, replicas: 0 }\ncore-database db "Orders"\napi -> cache { interaction: request, access: read-write }\napi -> db { access: read-write }',
  },
  {
    rule: 'load-balancer/websocket-on-l7',
    severity: 'warning',
    fix: 'Change L7 to L4',
    bad: 'client app "App"\nload-balancer lb "Edge" { layer: L7 }\nservice chat "Chat"\napp -> lb { protocol: websocket }\nlb -> chat { protocol: websocket }',
  },
] as const;

test.each(famous)('$rule is found, explained, mended by its button, and comes back with undo', async ({ rule, severity, fix, bad }) => {
  await using app = await openApp();
  const { page } = app;
  const { open, problem } = hands(page);
  await open(bad);
  const row = problem(rule);
  await row.waitFor();
  expect(await row.getAttribute('data-severity')).toBe(severity);
  await row.getByRole('button').first().click();
  await row.getByText('What to do.').waitFor();
  await row.getByRole('button', { name: fix }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
});

test('a finding is accepted with a reason, listed with it, and can be taken back', async () => {
  await using app = await openApp();
  const { page } = app;
  const { open, problem } = hands(page);
  await open(famous[0].bad);
  const row = problem('queue/missing-dead-letter-queue');
  await row.getByRole('button').first().click();
  await row.getByRole('button', { name: 'Accept with a reason …' }).click();
  await row.getByLabel('Reason').fill('short');
  expect(await row.getByRole('button', { name: 'Accept', exact: true }).isDisabled()).toBe(true);
  await row.getByLabel('Reason').fill('Losing a reminder mail is fine.');
  await row.getByRole('button', { name: 'Accept', exact: true }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '1 accepted trade-off' }).first().click();
  await page.getByText('Losing a reminder mail is fine.').waitFor();
  await page.getByRole('button', { name: /^Withdraw/ }).click();
  await page.getByRole('button', { name: '0 accepted trade-offs' }).click();
  await row.waitFor();
});
