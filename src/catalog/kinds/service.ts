import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { streamProcessing } from '../stream-processing.ts';

export const service = defineKind({
  id: 'service',
  label: 'Service',
  family: 'compute',
  summary: 'Code that answers requests: the place for logic, best without state of its own.',
  silhouette: 'card',
  traits: ['compute'],
  section: 'supporting',
  entries: [
    {
      id: 'service',
      label: 'Service',
      shortcut: 's',
      glyph: ['M12 3.5 19.5 8v8L12 20.5 4.5 16V8z', 'M4.5 8 12 12.2 19.5 8', 'M12 12.2v8.3'],
    },
  ],
  properties: properties({
    ...common,
    instances: { ...common.instances, key: true },
    ...streamProcessing,
    role: { type: 'enum', options: ['api', 'bff', 'domain', 'auth', 'websocket-gateway', 'orchestrator', 'stream-processor', 'proxy'], label: 'Role', help: 'Purpose.', group: 'general', typical: 'domain' },
    stateless: { type: 'boolean', label: 'Stateless', help: 'Any instance can serve any request.', group: 'behaviour', key: true, typical: true },
    sessionState: { type: 'enum', options: ['none', 'in-memory', 'external'], label: 'Session state', help: 'Where per-user state lives.', group: 'behaviour', typical: 'none' },
    exposesHealthCheck: { type: 'boolean', label: 'Exposes health check', help: 'Exposes liveness/readiness.', group: 'redundancy', typical: true },
    loadShedding: { type: 'boolean', label: 'Load shedding', help: 'Rejects work it cannot finish.', group: 'operations' },
    consistencyPattern: { type: 'enum', options: ['none', 'saga', 'two-phase-commit', 'outbox', 'try-confirm-cancel'], label: 'Consistency pattern', help: 'How multi-store changes stay correct.', group: 'consistency' },
    maxConnectionsPerInstance: { type: 'integer', min: 0, label: 'Max connections per instance', help: 'Persistent connections one copy holds.', group: 'capacity' },
  }),
  detail: ['technology', 'instances', 'autoScaling', 'role'],
  caveats: [
    { text: 'Stateless and several copies is the default. Keep sessions elsewhere.' },
    { text: 'Services that push hold connections, and need a way to find the right copy.' },
  ],
  products: [
    { name: 'AWS Lambda', aliases: ['lambda', 'functions', 'serverless'], facts: ['The platform picks the copy.'] },
    { name: 'Kubernetes deployment', aliases: ['kubernetes', 'k8s', 'ecs'] },
    { name: 'Google Cloud Run', aliases: ['cloud run'], facts: ['The platform picks the copy.'] },
  ],
  presets: [],
  searchWords: ['api', 'backend', 'server', 'microservice'],
});
