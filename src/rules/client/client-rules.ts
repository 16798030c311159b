import type { Rule } from '../rule.ts';
import { directDatastoreAccess } from './direct-datastore-access.ts';
import { publishesToBroker } from './publishes-to-broker.ts';

/** The rules about clients. */
export const clientRules: readonly Rule[] = [
  directDatastoreAccess,
  publishesToBroker,
];
