import type { Rule } from '../rule.ts';
import { bypassed } from './bypassed.ts';
import { gatewayDatastoreAccess } from './direct-datastore-access.ts';
import { noAuthentication } from './no-authentication.ts';
import { noBackend } from './no-backend.ts';
import { noRateLimiting } from './no-rate-limiting.ts';
import { payloadTooLarge } from './payload-too-large.ts';
import { gatewaySingleInstance } from './single-instance.ts';
import { timeoutShorterThanBackend } from './timeout-shorter-than-backend.ts';
import { websocketUnsupported } from './websocket-unsupported.ts';

/** The rules about API gateways. */
export const apiGatewayRules: readonly Rule[] = [
  bypassed,
  gatewaySingleInstance,
  noBackend,
  noRateLimiting,
  noAuthentication,
  gatewayDatastoreAccess,
  payloadTooLarge,
  timeoutShorterThanBackend,
  websocketUnsupported,
];
