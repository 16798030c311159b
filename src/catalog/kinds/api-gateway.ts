import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { route } from '../record-values.ts';

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
    highAvailability: { ...common.highAvailability, key: true },
    routes: { type: 'list', item: route, label: 'Routes', help: 'Which request goes to which backend.', group: 'behaviour' },
    authentication: { type: 'enum', options: ['none', 'api-key', 'jwt', 'oauth2', 'mtls', 'custom'], label: 'Authentication', help: 'Who may call.', group: 'security', key: true, typical: 'jwt' },
    rateLimiting: { type: 'enum', options: ['none', 'global', 'per-ip', 'per-client'], label: 'Rate limiting', help: 'Protects the backends from one caller.', group: 'security', key: true, typical: 'per-client' },
    rateLimitRps: { type: 'number', min: 0, unit: 'req/s', label: 'Rate limit', help: 'What one caller may send.', group: 'capacity' },
    terminatesTls: { type: 'boolean', label: 'Terminates TLS', help: 'TLS ends here.', group: 'security', typical: true },
    requestValidation: { type: 'boolean', label: 'Request validation', help: 'Reject malformed requests early.', group: 'security', typical: true },
    protocolTranslation: { type: 'boolean', label: 'Protocol translation', help: 'For example REST outside and gRPC inside.', group: 'behaviour' },
    responseCaching: { type: 'boolean', label: 'Response caching', help: 'Gateway keeps responses.', group: 'behaviour' },
    responseAggregation: { type: 'boolean', label: 'Response aggregation', help: 'One call outside becomes several inside.', group: 'behaviour' },
    loadBalancing: { type: 'boolean', label: 'Load balancing', help: 'Balances over backend instances itself.', group: 'behaviour', typical: true },
    timeoutMs: { type: 'number', min: 0, unit: 'ms', label: 'Timeout', help: 'It gives up on the backend after this long.', group: 'redundancy', typical: 10000 },
    maxPayloadBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Max payload size', help: 'Largest request body.', group: 'capacity', typical: 10485760 },
    websocketSupport: { type: 'boolean', label: 'WebSocket support', help: 'Can carry WebSockets.', group: 'behaviour' },
    idleTimeoutSeconds: { type: 'number', min: 0, unit: 's', label: 'Idle timeout', help: 'Closes idle connections after.', group: 'behaviour' },
  }),
  detail: ['technology', 'authentication', 'rateLimiting', 'instances'],
  caveats: [
    { text: 'Route, authenticate, limit, observe. Keep business logic and data out of it.' },
    { text: 'One entrance must not be one process. Run copies or use a managed one.' },
    { text: 'A second, unguarded entrance voids every check that is made here.' },
    { text: 'Its timeout and size limit bind everything behind it. Long jobs and big files need another way in.', source: 'AWS, API Gateway quotas' },
    { text: 'A gateway decides which service, a balancer decides which copy. Many products do both.' },
  ],
  products: [
    { name: 'Amazon API Gateway', aliases: ['aws gateway'], facts: ['10,000 requests per second and account, with bursts of 5,000.', 'Gives up on a backend after 29 s by default.'] },
    { name: 'Kong' },
    { name: 'Envoy Gateway', aliases: ['istio', 'envoy'], facts: ['Gives up on a route after 15 s by default.'] },
    { name: 'nginx', facts: ['Waits 60 s for a backend by default.'] },
    { name: 'Apigee', aliases: ['azure api management', 'apim'] },
  ],
  presets: [
    {
      id: 'amazon-api-gateway',
      title: 'Amazon API Gateway',
      technology: 'Amazon API Gateway',
      values: { highAvailability: 'managed', timeoutMs: 29_000, maxPayloadBytes: 10_485_760, idleTimeoutSeconds: 600, perInstanceRps: 10_000 },
    },
  ],
  searchWords: ['gateway', 'bff', 'ingress', 'edge'],
});
