import { describe, expect } from 'vitest';
import { connect } from '#diagram/commands/connect.ts';
import { reconnect, reverseConnection } from '#diagram/commands/reconnect.ts';
import { sketch } from '#diagram/sketch.ts';
import { testCommand } from '../../support/test-command.ts';

const drawn = sketch('client web\nservice api\nservice other\nqueue jobs\nqueue dead { isDeadLetterQueue: true }\nworker mailer\ncore-database db\nweb -> api\napi -> db { access: write }');
const interaction = (id: string) => (d: typeof drawn) => d.connections.get(id)?.properties.interaction;

describe('connect', () => {
  testCommand([
    { when: 'a service to a queue publishes', before: drawn, step: (d) => connect(d, { id: 'e', from: 'api', to: 'jobs' }), then: (d) => expect(interaction('e')(d)).toBe('publish'), label: 'Connect api to jobs' },
    { when: 'a queue to a worker is consumed', before: drawn, step: (d) => connect(d, { id: 'e', from: 'jobs', to: 'mailer' }), then: (d) => expect(interaction('e')(d)).toBe('consume') },
    { when: 'a queue to a dead-letter queue parks', before: drawn, step: (d) => connect(d, { id: 'e', from: 'jobs', to: 'dead' }), then: (d) => expect(interaction('e')(d)).toBe('dead-letter') },
    { when: 'the sides are kept', before: drawn, step: (d) => connect(d, { id: 'e', from: 'api', to: 'db', ports: { from: 'right', to: 'top' } }), then: (d) => expect(d.connections.get('e')?.ports).toEqual({ from: 'right', to: 'top' }) },
    { when: 'a component to itself is possible', before: drawn, step: (d) => connect(d, { id: 'e', from: 'api', to: 'api' }), then: (d) => expect(d.connections.get('e')).toMatchObject({ from: 'api', to: 'api' }) },
    { when: 'an end is missing', before: drawn, step: (d) => connect(d, { id: 'e', from: 'api', to: 'nobody' }), then: null },
    { when: 'a connection has the id', before: drawn, step: (d) => connect(d, { id: 'c1', from: 'api', to: 'jobs' }), then: null },
  ]);
});

const bent = (d: typeof drawn): typeof drawn => ({
  ...d,
  connections: new Map([...d.connections].map(([id, c]) => [id, { ...c, ports: { from: 'right' as const, to: 'left' as const }, waypoints: [{ x: 1, y: 2 }, { x: 3, y: 4 }] }])),
});

describe('reconnect and reverse', () => {
  testCommand([
    { when: 'an end goes to another service', before: bent(drawn), step: (d) => reconnect(d, { id: 'c1', end: 'to', target: 'other' }), then: (d) => expect(d.connections.get('c1')).toEqual({ id: 'c1', from: 'web', to: 'other', label: '', properties: { interaction: 'request' }, ports: { from: 'right' } }) },
    { when: 'the side that it is dropped on is kept', before: drawn, step: (d) => reconnect(d, { id: 'c1', end: 'to', target: 'other', port: 'top' }), then: (d) => expect(d.connections.get('c1')?.ports).toEqual({ to: 'top' }) },
    { when: 'an interaction that makes no sense there is inferred anew', before: sketch('service api\nqueue jobs\ncore-database db\napi -> jobs { interaction: publish }'), step: (d) => reconnect(d, { id: 'c1', end: 'to', target: 'db' }), then: (d) => expect(interaction('c1')(d)).toBe('request') },
    { when: 'other properties stay', before: drawn, step: (d) => reconnect(d, { id: 'c2', end: 'from', target: 'mailer' }), then: (d) => expect(d.connections.get('c2')?.properties.access).toBe('write') },
    { when: 'the new end is missing', before: drawn, step: (d) => reconnect(d, { id: 'c1', end: 'to', target: 'nobody' }), then: null },
    { when: 'the connection is missing', before: drawn, step: (d) => reconnect(d, { id: 'c9', end: 'to', target: 'api' }), then: null },
    { when: 'a connection is turned round with its corners', before: bent(drawn), step: (d) => reverseConnection(d, { ids: ['c1'] }), then: (d) => expect(d.connections.get('c1')).toMatchObject({ from: 'api', to: 'web', ports: { from: 'left', to: 'right' }, waypoints: [{ x: 3, y: 4 }, { x: 1, y: 2 }] }) },
    { when: 'nothing is named', before: drawn, step: (d) => reverseConnection(d, { ids: ['c9'] }), then: null },
  ]);
});
