import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';

export const client = defineKind({
  id: 'client',
  label: 'Client',
  family: 'compute',
  summary: 'Whoever starts a request: a browser, an app, a device, a partner.',
  silhouette: 'window',
  traits: ['entry', 'actor'],
  section: 'supporting',
  entries: [
    {
      id: 'client',
      label: 'Client',
      shortcut: 'l',
      glyph: ['M4 5h16v11H4z', 'M9 20h6', 'M12 16v4'],
    },
  ],
  properties: properties({
    ...common,
    clientType: { type: 'enum', options: ['web', 'mobile', 'desktop', 'iot', 'third-party', 'internal'], label: 'Client type', help: 'Kind of caller.', group: 'general', key: true, typical: 'web' },
    trusted: { type: 'boolean', label: 'Trusted', help: 'Inside the trust boundary (internal tools).', group: 'general', typical: false },
    audience: { type: 'enum', options: ['single-region', 'global'], label: 'Audience', help: 'Where users are.', group: 'general', typical: 'global' },
    concurrentUsers: { type: 'integer', min: 0, label: 'Concurrent users', help: 'Simultaneous users at peak.', group: 'capacity' },
    offlineCapable: { type: 'boolean', label: 'Offline capable', help: 'Works without network.', group: 'behaviour' },
  }),
  detail: ['clientType', 'audience'],
  caveats: [
    { text: "Never trust it: it retries, double-clicks, disappears, and may run last year's version." },
    { text: 'It needs backoff too.' },
  ],
  products: [],
  presets: [],
  searchWords: ['user', 'browser', 'app', 'mobile'],
});
