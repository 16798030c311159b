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
    role: { type: 'enum', options: ['api', 'bff', 'domain', 'auth', 'websocket-gateway', 'orchestrator', 'stream-processor', 'proxy'], label: 'Role', help: 'What part it plays.', group: 'general', typical: 'domain' },
    stateless: { type: 'boolean', label: 'Stateless', help: 'Any copy can answer any request.', group: 'behaviour', key: true, typical: true },
    sessionState: { type: 'enum', options: ['none', 'in-memory', 'external'], label: 'Session state', help: 'Where the session of a user lives.', group: 'behaviour', typical: 'none' },
    exposesHealthCheck: { type: 'boolean', label: 'Exposes health check', help: 'It can be asked whether it lives and is ready.', group: 'operations', typical: true },
    loadShedding: { type: 'boolean', label: 'Load shedding', help: 'It refuses work that it could not finish in time.', group: 'operations' },
    consistencyPattern: { type: 'enum', options: ['none', 'saga', 'two-phase-commit', 'outbox', 'try-confirm-cancel'], label: 'Consistency pattern', help: 'What keeps several stores right when a change stops halfway.', group: 'consistency' },
    maxConnectionsPerInstance: { type: 'integer', min: 0, label: 'Most connections per instance', help: 'How many open connections one copy holds.', group: 'capacity' },
    streamProcessing,
  }),
  detail: ['technology', 'instances', 'autoScaling', 'role'],
  caveats: [
    { text: 'Without state and in several copies is the usual way. Keep sessions elsewhere.' },
    { text: 'A service that pushes holds connections, and needs a way to find the copy that holds yours.' },
  ],
  products: [
    { name: 'AWS Lambda', aliases: ['lambda', 'functions', 'serverless'], facts: ['The platform starts and picks the copies.'] },
    { name: 'Google Cloud Run', aliases: ['cloud run'], facts: ['The platform starts and picks the copies.'] },
    { name: 'Kubernetes deployment', aliases: ['kubernetes', 'k8s', 'ecs'], facts: ['You say how many copies; the cluster keeps them running.'] },
  ],
  presets: [],
  searchWords: ['backend', 'server', 'microservice', 'api', 'websocket'],
});
