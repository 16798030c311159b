import { cacheFlaws } from './cache-flaws.ts';
import { callFlaws } from './call-flaws.ts';
import { databaseFlaws } from './database-flaws.ts';
import type { Flaw } from './flaw.ts';
import { lockFlaws } from './lock-flaws.ts';
import { messagingFlaws } from './messaging-flaws.ts';
import { modelFlaws } from './model-flaws.ts';
import { shortcutFlaws } from './shortcut-flaws.ts';
import { storageFlaws } from './storage-flaws.ts';
import { topologyFlaws } from './topology-flaws.ts';
import { trafficFlaws } from './traffic-flaws.ts';

/** Every way in which a safeguard is taken from a sound design. The tests try each on all references: the rules that it names speak, and no others. */
export const flaws: readonly Flaw[] = [
  ...modelFlaws,
  ...messagingFlaws,
  ...databaseFlaws,
  ...storageFlaws,
  ...cacheFlaws,
  ...trafficFlaws,
  ...callFlaws,
  ...lockFlaws,
  ...topologyFlaws,
  ...shortcutFlaws,
];
