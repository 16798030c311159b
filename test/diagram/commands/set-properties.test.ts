import { describe, expect } from 'vitest';
import { kindOf } from '#catalog/kinds.ts';
import { acceptFinding, withdrawAcceptance } from '#diagram/commands/accept-finding.ts';
import { applyPreset } from '#diagram/commands/apply-preset.ts';
import { putEntity } from '#diagram/commands/entities.ts';
import { setName } from '#diagram/commands/set-name.ts';
import { setProperties } from '#diagram/commands/set-properties.ts';
import { setSettings, setTitle } from '#diagram/commands/set-settings.ts';
import { sketch } from '#diagram/sketch.ts';
import { testCommand } from '../../support/test-command.ts';

const drawn = sketch('service api\nqueue jobs { ordering: none }\nqueue mails\nboundary vpc [api]\nnote n1 "Why"\nentity order\napi -> jobs "send" { retries: 3 }\nsettings { availabilityTarget: 0.99 }\naccept queue/no-consumer on jobs "Drained by hand."');
const queuePresets = kindOf('queue')?.presets ?? [];
const [sqs, second] = queuePresets;
if (!sqs || !second) throw new Error('A queue has at least two products.');
const withSqs = { ...drawn, components: new Map([...drawn.components, ['mails', { id: 'mails', kind: 'queue', name: 'mails', properties: { technology: sqs.technology, ...sqs.values }, origins: Object.fromEntries(Object.keys(sqs.values).map((name) => [name, 'preset' as const])) }]]) };

describe('properties', () => {
  testCommand([
    { when: 'of several at once', before: drawn, step: (d) => setProperties(d, { ids: ['jobs', 'mails'], values: { ordering: 'fifo-global' } }), then: (d) => expect(['jobs', 'mails'].map((id) => d.components.get(id)?.properties.ordering)).toEqual(['fifo-global', 'fifo-global']), label: 'Change properties' },
    { when: 'back to not stated', before: drawn, step: (d) => setProperties(d, { ids: ['jobs'], values: { ordering: undefined } }), then: (d) => expect(d.components.get('jobs')?.properties).toEqual({}) },
    { when: 'with their origin', before: drawn, step: (d) => setProperties(d, { ids: ['jobs'], values: { maxDeliveryAttempts: 5 }, origin: 'fix' }), then: (d) => expect(d.components.get('jobs')?.origins).toEqual({ maxDeliveryAttempts: 'fix' }) },
    { when: 'a hand takes the origin away', before: withSqs, step: (d) => setProperties(d, { ids: ['mails'], values: { ordering: 'fifo-global' } }), then: (d) => expect(d.components.get('mails')?.origins?.['ordering']).toBeUndefined() },
    { when: 'of a connection, a boundary, a note', before: drawn, step: (d) => setProperties(d, { ids: ['c1', 'vpc', 'n1'], values: { rationale: 'x' } }), then: (d) => expect([d.connections.get('c1'), d.boundaries.get('vpc'), d.notes.get('n1')].map((record) => Reflect.get(record?.properties ?? {}, 'rationale'))).toEqual(['x', 'x', 'x']) },
    { when: 'what is stated already', before: drawn, step: (d) => setProperties(d, { ids: ['jobs'], values: { ordering: 'none' } }), then: null },
  ]);
});

describe('presets', () => {
  testCommand([
    { when: 'a product fills what is open', before: drawn, step: (d) => applyPreset(d, { ids: ['mails'], preset: sqs }), then: (d) => expect(d.components.get('mails')?.properties).toEqual({ technology: sqs.technology, ...sqs.values }), label: `Apply ${sqs.title}` },
    { when: 'what a person has stated stays', before: drawn, step: (d) => applyPreset(d, { ids: ['jobs'], preset: { ...sqs, values: { ordering: 'fifo-global' } } }), then: (d) => expect(d.components.get('jobs')?.properties.ordering).toBe('none') },
    { when: 'another product replaces what the first has filled', before: withSqs, step: (d) => applyPreset(d, { ids: ['mails'], preset: second }), then: (d) => expect(d.components.get('mails')?.properties).toEqual({ technology: second.technology, ...second.values }) },
  ]);
});

describe('names, settings, entities, acceptances', () => {
  testCommand([
    { when: 'a component', before: drawn, step: (d) => setName(d, { id: 'jobs', name: 'Email jobs' }), then: (d) => expect(d.components.get('jobs')?.name).toBe('Email jobs'), label: 'Rename' },
    { when: 'a connection', before: drawn, step: (d) => setName(d, { id: 'c1', name: 'enqueue' }), then: (d) => expect(d.connections.get('c1')?.label).toBe('enqueue'), label: 'Label connection' },
    { when: 'a boundary and a note', before: drawn, step: (d) => setName(d, { id: 'n1', name: 'Because' }), then: (d) => expect(d.notes.get('n1')?.text).toBe('Because'), label: 'Edit note' },
    { when: 'nobody', before: drawn, step: (d) => setName(d, { id: 'nobody', name: 'x' }), then: null },
    { when: 'settings', before: drawn, step: (d) => setSettings(d, { values: { availabilityTarget: undefined, dailyActiveUsers: 5 } }), then: (d) => expect(d.settings).toEqual({ dailyActiveUsers: 5 }) },
    { when: 'the title', before: drawn, step: (d) => setTitle(d, { title: 'Shop' }), then: (d) => expect(d.title).toBe('Shop'), label: 'Rename diagram' },
    { when: 'an entity', before: drawn, step: (d) => putEntity(d, { entity: { id: 'mail', name: 'Mail' } }), then: (d) => expect([...d.entities.keys()]).toEqual(['order', 'mail']), label: 'Add Mail' },
    { when: 'accept with a reason', before: drawn, step: (d) => acceptFinding(d, { rule: 'queue/missing-dead-letter-queue', on: 'jobs', reason: ' Seen daily. ', date: '2026-01-02' }), then: (d) => expect([...d.suppressions.values()].at(-1)).toMatchObject({ reason: 'Seen daily.', date: '2026-01-02', on: 'jobs' }) },
    { when: 'accept without one', before: drawn, step: (d) => acceptFinding(d, { rule: 'queue/missing-dead-letter-queue', on: 'jobs', reason: '  ' }), then: null },
    { when: 'withdraw', before: drawn, step: (d) => withdrawAcceptance(d, { id: 'queue/no-consumer@jobs' }), then: (d) => expect(d.suppressions.size).toBe(0) },
  ]);
});
