import type { Rule } from '../rule.ts';
import { availabilityTargetUnreachable } from './availability-target-unreachable.ts';
import { crossRegionSynchronousWrite } from './cross-region-synchronous-write.ts';
import { datastoreInPublicBoundary } from './datastore-in-public-boundary.ts';
import { singlePointOfFailure } from './single-point-of-failure.ts';
import { singleZone } from './single-zone.ts';
import { synchronousCycle } from './synchronous-cycle.ts';

/** The rules about the whole. */
export const topologyRules: readonly Rule[] = [
  singlePointOfFailure,
  synchronousCycle,
  datastoreInPublicBoundary,
  crossRegionSynchronousWrite,
  availabilityTargetUnreachable,
  singleZone,
];
