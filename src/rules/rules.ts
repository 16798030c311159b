import { apiGatewayRules } from './api-gateway/api-gateway-rules.ts';
import { blobStorageRules } from './blob-storage/blob-storage-rules.ts';
import { cacheRules } from './cache/cache-rules.ts';
import { capacityRules } from './capacity/capacity-rules.ts';
import { cdnRules } from './cdn/cdn-rules.ts';
import { clientRules } from './client/client-rules.ts';
import { connectionRules } from './connection/connection-rules.ts';
import { databaseRules } from './database/database-rules.ts';
import { externalRules } from './external/external-rules.ts';
import { loadBalancerRules } from './load-balancer/load-balancer-rules.ts';
import { lockRules } from './lock/lock-rules.ts';
import { modelRules } from './model/model-rules.ts';
import { unusedSuppression } from './model/unused-suppression.ts';
import { queueRules } from './queue/queue-rules.ts';
import { rationaleRules } from './rationale/rationale-rules.ts';
import type { Rule } from './rule.ts';
import { scheduledJobRules } from './scheduled-job/scheduled-job-rules.ts';
import { searchRules } from './search/search-rules.ts';
import { serviceRules } from './service/service-rules.ts';
import { streamRules } from './stream/stream-rules.ts';
import { topologyRules } from './topology/topology-rules.ts';
import { workerRules } from './worker/worker-rules.ts';

/** Every rule that judges a diagram, by group. To add one: write its file, then its line in the list of its group. */
const judging: readonly Rule[] = [
  ...modelRules,
  ...rationaleRules,
  ...clientRules,
  ...serviceRules,
  ...workerRules,
  ...scheduledJobRules,
  ...externalRules,
  ...connectionRules,
  ...databaseRules,
  ...blobStorageRules,
  ...searchRules,
  ...apiGatewayRules,
  ...loadBalancerRules,
  ...queueRules,
  ...streamRules,
  ...lockRules,
  ...cacheRules,
  ...cdnRules,
  ...topologyRules,
  ...capacityRules,
];

/** All rules; the last one looks at what the others have found. */
export const rules: readonly Rule[] = [...judging, unusedSuppression(judging)];
