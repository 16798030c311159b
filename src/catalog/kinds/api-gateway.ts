import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { route } from '../record-values.ts';
import { sources } from '../sources.ts';

export const apiGateway = defineKind({
  id: 'api-gateway',
  label: 'API gateway',
  family: 'traffic',
  summary: 'The front door: routes each request to the right service, checks who asks and how often.',
  silhouette: 'pointed',
  traits: ['proxy'],
  section: 'building-block',
  entries: [
    {
      id: 'api-gateway',
      label: 'API gateway',
      shortcut: '4',
      glyph: ['M9 5h6v14H9z', 'M3.5 12H9', 'M15 8h5.5', 'M15 16h5.5'],
    },
  ],
  properties: properties({
    ...common,
    instances: { ...common.instances, key: true },
    highAvailability: { ...common.highAvailability, key: true, typical: 'managed' },
    routes: { type: 'list', item: route, label: 'Routes', help: 'Which requests go to which component.', group: 'behaviour' },
    authentication: { type: 'enum', options: ['none', 'api-key', 'jwt', 'oauth2', 'mtls', 'custom'], label: 'Authentication', help: 'How a caller proves who it is.', group: 'security', key: true, typical: 'jwt' },
    rateLimiting: { type: 'enum', options: ['none', 'global', 'per-ip', 'per-client'], label: 'Rate limiting', help: 'Whose requests are counted, so that one caller cannot drown the others.', group: 'security', key: true, typical: 'per-client' },
    rateLimitRps: { type: 'number', min: 0, unit: 'req/s', label: 'Rate limit', help: 'Requests per second that each of these may send.', group: 'capacity' },
    terminatesTls: { type: 'boolean', label: 'Terminates TLS', help: 'Encrypted connections from outside end here.', group: 'security', typical: true },
    requestValidation: { type: 'boolean', label: 'Request validation', help: 'Malformed requests are refused here.', group: 'security', typical: true },
    protocolTranslation: { type: 'boolean', label: 'Protocol translation', help: 'For example REST outside and gRPC inside.', group: 'behaviour' },
    responseCaching: { type: 'boolean', label: 'Response caching', help: 'It keeps answers and repeats them.', group: 'behaviour' },
    responseAggregation: { type: 'boolean', label: 'Response aggregation', help: 'One call outside becomes several inside.', group: 'behaviour' },
    loadBalancing: { type: 'boolean', label: 'Load balancing', help: 'It also spreads requests over the copies of a service.', group: 'behaviour', typical: true },
    timeoutMs: { type: 'number', min: 0, unit: 'ms', label: 'Timeout', help: 'It gives up on the backend after this long.', group: 'redundancy', typical: 10000 },
    maxPayloadBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Largest payload', help: 'The largest body that it lets through.', group: 'capacity', typical: 10485760 },
    websocketSupport: { type: 'boolean', label: 'WebSocket support', help: 'It can carry WebSocket connections.', group: 'behaviour' },
    idleTimeoutSeconds: { type: 'number', min: 0, unit: 's', label: 'Idle timeout', help: 'How long a quiet connection stays open.', group: 'behaviour' },
  }),
  detail: ['technology', 'authentication', 'rateLimiting', 'instances'],
  caveats: [
    { text: 'The front door checks, counts and points the way. Business logic and data live further in.' },
    { text: 'One entrance must not be one process. Run copies or use a managed one.' },
    { text: 'A second, unguarded entrance voids every check that is made here.' },
    { text: 'Its timeout and size limit bind everything behind it. Send long jobs and big files another way.', source: sources.apiGateway },
    { text: 'A gateway decides which service, a balancer decides which copy. Many products do both.' },
  ],
  products: [
    { name: 'Amazon API Gateway', aliases: ['aws gateway'], facts: ['10,000 requests per second for an account and region, with bursts of 5,000.', 'Gives up on a backend after 29 s, on HTTP APIs after 30 s.', 'A WebSocket closes after 10 minutes of silence and after 2 hours in any case.', 'A REST payload typically holds up to 10 MB.'] },
    { name: 'Kong', facts: ['Typically waits 60 s for a backend and tries again up to five times.'] },
    { name: 'Envoy Gateway', aliases: ['istio', 'envoy'], facts: ['Gives up on a route after 15 s and closes idle streams after 5 minutes by default.'] },
    { name: 'nginx', facts: ['Waits 60 s for a backend by default; a body typically holds up to 1 MB.'] },
    { name: 'Apigee', aliases: ['azure api management', 'apim'], facts: ['Managed, and driven by policies. Azure API Management is alike.'] },
  ],
  presets: [
    {
      id: 'amazon-api-gateway',
      title: 'Amazon API Gateway',
      technology: 'Amazon API Gateway',
      values: { highAvailability: 'managed', timeoutMs: 29_000, maxPayloadBytes: 10_485_760, idleTimeoutSeconds: 600, perInstanceRps: 10_000 },
    },
  ],
  searchWords: ['gateway', 'bff', 'ingress', 'rate limiter', 'front door'],
});
