import type { Rule } from '../rule.ts';
import { deadLetterQueueUnwatched } from './dead-letter-queue-unwatched.ts';
import { deadLetterRetentionTooShort } from './dead-letter-retention-too-short.ts';
import { deadLetterTypeMismatch } from './dead-letter-type-mismatch.ts';
import { fanOutNeedsStream } from './fan-out-needs-stream.ts';
import { fifoBrokenByParallelConsumers } from './fifo-broken-by-parallel-consumers.ts';
import { fifoDeadLetterBreaksOrder } from './fifo-dead-letter-breaks-order.ts';
import { fifoGroupWithoutKey } from './fifo-group-without-key.ts';
import { globalFifoWithPartitions } from './global-fifo-with-partitions.ts';
import { messageTooLarge } from './message-too-large.ts';
import { missingDeadLetterQueue } from './missing-dead-letter-queue.ts';
import { noBackpressure } from './no-backpressure.ts';
import { noConsumer } from './no-consumer.ts';
import { noProducer } from './no-producer.ts';
import { noRetry } from './no-retry.ts';
import { nonIdempotentConsumer } from './non-idempotent-consumer.ts';
import { notDurable } from './not-durable.ts';
import { replayExpected } from './replay-expected.ts';
import { synchronousWait } from './synchronous-wait.ts';
import { unlimitedRedelivery } from './unlimited-redelivery.ts';
import { visibilityTimeoutTooShort } from './visibility-timeout-too-short.ts';

/** The rules about queues. */
export const queueRules: readonly Rule[] = [
  missingDeadLetterQueue,
  noRetry,
  unlimitedRedelivery,
  noConsumer,
  noProducer,
  fanOutNeedsStream,
  replayExpected,
  globalFifoWithPartitions,
  fifoBrokenByParallelConsumers,
  fifoGroupWithoutKey,
  fifoDeadLetterBreaksOrder,
  deadLetterTypeMismatch,
  visibilityTimeoutTooShort,
  nonIdempotentConsumer,
  messageTooLarge,
  noBackpressure,
  notDurable,
  synchronousWait,
  deadLetterQueueUnwatched,
  deadLetterRetentionTooShort,
];
