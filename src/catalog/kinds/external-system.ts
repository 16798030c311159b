import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';

export const externalSystem = defineKind({
  id: 'external-system',
  label: 'External system',
  family: 'compute',
  summary: "Somebody else's system: payments, mail, maps, identity.",
  silhouette: 'dashed-card',
  traits: ['external'],
  section: 'supporting',
  entries: [
    {
      id: 'external-system',
      label: 'External system',
      shortcut: 'e',
      glyph: ['M13.5 4.5H19.5V10.5', 'M19.5 4.5 11 13', 'M17 13.5v5.5H5V7h5.5'],
    },
  ],
  properties: properties({
    ...common,
    provider: { type: 'text', label: 'Provider', help: 'Who runs it.', group: 'general' },
    rateLimitRps: { type: 'number', min: 0, unit: 'req/s', label: 'Rate limit', help: 'What one caller may send.', group: 'capacity' },
    supportsIdempotencyKeys: { type: 'boolean', label: 'Supports idempotency keys', help: 'De-duplicates retries.', group: 'consistency' },
  }),
  detail: ['provider', 'technology', 'availability'],
  caveats: [
    { text: 'Its limits and its outages are yours: set timeouts, retry with care, know what you do without it.' },
    { text: 'Send a key with every payment, or a retry pays twice.' },
  ],
  products: [
    { name: 'Stripe', aliases: ['payment'], facts: ['Takes idempotency keys.'] },
    { name: 'Amazon SES', aliases: ['mail', 'email', 'sendgrid'] },
    { name: 'Twilio', aliases: ['sms'] },
    { name: 'Auth0', aliases: ['identity', 'okta'] },
  ],
  presets: [],
  searchWords: ['third party', 'partner', 'provider'],
});
