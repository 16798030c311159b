import type { Rule } from '../rule.ts';
import { burstyWritesWithoutBuffer } from './bursty-writes-without-buffer.ts';
import { deepSynchronousChain } from './deep-synchronous-chain.ts';
import { noTimeout } from './no-timeout.ts';
import { retryAmplification } from './retry-amplification.ts';
import { retryNonIdempotent } from './retry-non-idempotent.ts';
import { retryWithoutBackoff } from './retry-without-backoff.ts';
import { serverPushOverPlainHttp } from './server-push-over-plain-http.ts';
import { slowWorkInRequestPath } from './slow-work-in-request-path.ts';
import { sseConnectionLimit } from './sse-connection-limit.ts';
import { timeoutInversion } from './timeout-inversion.ts';
import { unboundedSyncFanOut } from './unbounded-sync-fan-out.ts';
import { unencryptedAcrossBoundary } from './unencrypted-across-boundary.ts';

/** The rules about connections. */
export const connectionRules: readonly Rule[] = [
  noTimeout,
  retryWithoutBackoff,
  retryAmplification,
  retryNonIdempotent,
  unboundedSyncFanOut,
  deepSynchronousChain,
  slowWorkInRequestPath,
  burstyWritesWithoutBuffer,
  serverPushOverPlainHttp,
  sseConnectionLimit,
  timeoutInversion,
  unencryptedAcrossBoundary,
];
