import type { Rule } from '../rule.ts';
import { hotKey } from './hot-key.ts';
import { neverRead } from './never-read.ts';
import { noEvictionPolicy } from './no-eviction-policy.ts';
import { noFallbackDatastore } from './no-fallback-datastore.ts';
import { noInvalidationStrategy } from './no-invalidation-strategy.ts';
import { singleNodeCritical } from './single-node-critical.ts';
import { stampedeRisk } from './stampede-risk.ts';
import { strongDataFromCache } from './strong-data-from-cache.ts';
import { ttlWithoutJitter } from './ttl-without-jitter.ts';
import { usedAsPrimaryStore } from './used-as-primary-store.ts';
import { workingSetExceedsMemory } from './working-set-exceeds-memory.ts';
import { writeAroundServesStale } from './write-around-serves-stale.ts';
import { writeBackWithoutDurability } from './write-back-without-durability.ts';
import { writeThroughWithoutStore } from './write-through-without-store.ts';

/** The rules about caches. */
export const cacheRules: readonly Rule[] = [
  writeBackWithoutDurability,
  noEvictionPolicy,
  noInvalidationStrategy,
  writeAroundServesStale,
  writeThroughWithoutStore,
  noFallbackDatastore,
  usedAsPrimaryStore,
  stampedeRisk,
  ttlWithoutJitter,
  strongDataFromCache,
  workingSetExceedsMemory,
  hotKey,
  neverRead,
  singleNodeCritical,
];
