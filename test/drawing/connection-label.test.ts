import { describe, expect, test } from 'vitest';
import type { ConnectionProperties } from '#catalog/connection.ts';
import { connectionText, isDashed } from '#drawing/connection-label.ts';

const connection = (properties: ConnectionProperties, label = '') => ({ id: 'c', from: 'a', to: 'b', label, properties });

describe('what stands on a connection', () => {
  test.each([
    ['nothing stated', {}, '', ''],
    ['its own label', { interaction: 'publish' }, 'order placed', 'order placed'],
    ['blanks are no label', { interaction: 'publish' }, '  ', 'publish'],
    ['a plain request', { interaction: 'request', protocol: 'http' }, '', ''],
    ['a read', { interaction: 'request', access: 'read' }, '', 'read'],
    ['reads and writes', { access: 'read-write' }, '', ''],
    ['a WebSocket', { protocol: 'websocket', access: 'read' }, '', 'WebSocket'],
    ['change data capture', { interaction: 'change-data-capture' }, '', 'CDC'],
    ['a lock', { interaction: 'acquire-lock' }, '', 'lock'],
    ['dead letters', { interaction: 'dead-letter' }, '', 'dead letter'],
  ] as const)('%s', (_, properties, label, text) => {
    expect(connectionText(connection(properties, label))).toBe(text);
  });
});

describe('dashed where nobody waits', () => {
  test.each([
    [{}, false],
    [{ interaction: 'request' }, false],
    [{ interaction: 'publish' }, true],
    [{ interaction: 'consume' }, true],
    [{ interaction: 'acquire-lock' }, false],
    [{ interaction: 'request', synchrony: 'async' }, true],
    [{ interaction: 'publish', synchrony: 'sync' }, false],
  ] as const)('%j: %s', (properties, dashed) => {
    expect(isDashed(connection(properties))).toBe(dashed);
  });
});
