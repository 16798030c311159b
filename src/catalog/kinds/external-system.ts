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
    inScope: { ...common.inScope, help: 'Always no here: somebody else runs it, and its inside is not judged.', typical: false },
    sla: { ...common.availability, label: 'Promised availability', help: 'What the contract promises. 99.9 % means 43 minutes of outage a month. What you measure goes before it.' },
    provider: { type: 'text', label: 'Provider', help: 'Whose system it is.', group: 'general' },
    rateLimitRps: { type: 'number', min: 0, unit: 'req/s', label: 'Rate limit', help: 'How many requests it accepts from you.', group: 'capacity' },
    supportsIdempotencyKeys: { type: 'boolean', label: 'Takes idempotency keys', help: 'It recognises a repeated request by its key.', group: 'consistency' },
  }),
  detail: ['provider', 'technology', 'availability', 'sla'],
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
