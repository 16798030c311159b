import type { Check } from './scenario.ts';

/** What every scenario asks beside its own checks. */
export const commonChecks: readonly Check[] = [
  { id: 'no-errors', title: 'No rule finds an error.', mandatory: true, fact: { fact: 'no-errors' } },
  { id: 'database-reason', title: 'A reason is given for each database, by a property that decides.', mandatory: true, topics: ['consistency'], fact: { fact: 'why', of: { kind: 'core-database' } } },
  { id: 'headroom', title: 'Everything has headroom: nothing that can be calculated is above 80 % at peak.', mandatory: true, topics: ['scaling'], fact: { fact: 'utilisation', below: 0.8 } },
  { id: 'dead-letter-queues', title: 'A message that keeps failing has somewhere to go.', mandatory: true, topics: ['queues'], fact: { fact: 'silent', rules: ['queue/missing-dead-letter-queue'] } },
  { id: 'no-single-point', title: 'No single copy takes the whole design down.', mandatory: true, topics: ['durability'], fact: { fact: 'silent', rules: ['topology/single-point-of-failure', '*/single-instance', 'database/no-redundancy'] } },
];
