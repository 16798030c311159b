import type { Rule } from '../rule.ts';
import { incompleteCacheKey } from './incomplete-cache-key.ts';
import { missingForGlobalStaticContent } from './missing-for-global-static-content.ts';
import { noInvalidation } from './no-invalidation.ts';
import { noOrigin } from './no-origin.ts';
import { originBypassed } from './origin-bypassed.ts';
import { personalizedContentShared } from './personalized-content-shared.ts';
import { ttlExceedsChangeInterval } from './ttl-exceeds-change-interval.ts';
import { unprotectedOrigin } from './unprotected-origin.ts';

/** The rules about CDNs. */
export const cdnRules: readonly Rule[] = [
  noOrigin,
  personalizedContentShared,
  incompleteCacheKey,
  originBypassed,
  noInvalidation,
  ttlExceedsChangeInterval,
  missingForGlobalStaticContent,
  unprotectedOrigin,
];
