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
    clientType: { type: 'enum', options: ['web', 'mobile', 'desktop', 'iot', 'third-party', 'internal'], label: 'Client type', help: 'What sort of caller it is.', group: 'general', key: true, typical: 'web' },
    trusted: { type: 'boolean', label: 'Trusted', help: 'Choose yes if it runs inside the house, as internal tools do.', group: 'general', typical: false },
    audience: { type: 'enum', options: ['single-region', 'global'], label: 'Audience', help: 'Whether its users sit in one region or all over the world.', group: 'general', typical: 'global' },
    concurrentUsers: { type: 'integer', min: 0, label: 'Concurrent users', help: 'How many use it at the same time at the peak.', group: 'capacity' },
    offlineCapable: { type: 'boolean', label: 'Offline capable', help: 'It goes on working without a network.', group: 'behaviour' },
  }),
  detail: ['clientType', 'audience'],
  caveats: [
    { text: "Never trust it: it retries, double-clicks, disappears, and may run last year's version." },
    { text: 'It needs backoff too, or its retries become the outage.' },
  ],
  products: [],
  presets: [],
  searchWords: ['user', 'browser', 'app', 'mobile', 'web'],
});
