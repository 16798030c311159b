import type { Rule } from '../rule.ts';
import { grpcOnL4 } from './grpc-on-l4.ts';
import { idleTimeoutShorterThanHeartbeat } from './idle-timeout-shorter-than-heartbeat.ts';
import { l4WithContentRouting } from './l4-with-content-routing.ts';
import { missingForScaledService } from './missing-for-scaled-service.ts';
import { noConnectionDraining } from './no-connection-draining.ts';
import { noHealthCheck } from './no-health-check.ts';
import { noTarget } from './no-target.ts';
import { singleLoadBalancer } from './single-instance.ts';
import { singleTarget } from './single-target.ts';
import { statefulTargetWithoutStickiness } from './stateful-target-without-stickiness.ts';
import { stickySessionsWithAutoscaling } from './sticky-sessions-with-autoscaling.ts';
import { unneededStickySessions } from './unneeded-sticky-sessions.ts';
import { websocketOnL7 } from './websocket-on-l7.ts';

/** The rules about load balancers. */
export const loadBalancerRules: readonly Rule[] = [
  websocketOnL7,
  idleTimeoutShorterThanHeartbeat,
  l4WithContentRouting,
  grpcOnL4,
  noTarget,
  singleTarget,
  missingForScaledService,
  stickySessionsWithAutoscaling,
  unneededStickySessions,
  statefulTargetWithoutStickiness,
  noHealthCheck,
  singleLoadBalancer,
  noConnectionDraining,
];
