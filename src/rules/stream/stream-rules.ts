import type { Rule } from '../rule.ts';
import { consumersExceedPartitions } from './consumers-exceed-partitions.ts';
import { eventSourcingLosesHistory } from './event-sourcing-loses-history.ts';
import { hotPartitionKey } from './hot-partition-key.ts';
import { missingConsumerGroup } from './missing-consumer-group.ts';
import { streamWithoutConsumer } from './no-consumer.ts';
import { noPartitionKey } from './no-partition-key.ts';
import { noReplication } from './no-replication.ts';
import { poisonEventBlocksPartition } from './poison-event-blocks-partition.ts';
import { retentionTooShort } from './retention-too-short.ts';
import { simpleWorkQueue } from './simple-work-queue.ts';
import { weakAcknowledgement } from './weak-acknowledgement.ts';
import { windowWithoutEventTime } from './window-without-event-time.ts';
import { windowWithoutLateness } from './window-without-lateness.ts';

/** The rules about streams. */
export const streamRules: readonly Rule[] = [
  noReplication,
  weakAcknowledgement,
  noPartitionKey,
  hotPartitionKey,
  consumersExceedPartitions,
  missingConsumerGroup,
  streamWithoutConsumer,
  retentionTooShort,
  eventSourcingLosesHistory,
  windowWithoutEventTime,
  windowWithoutLateness,
  poisonEventBlocksPartition,
  simpleWorkQueue,
];
