import { unencryptedAcrossBoundary } from '#rules/connection/unencrypted-across-boundary.ts';
import { testRule } from '../../support/test-rule.ts';

const plain = '{ encryptedInTransit: false }';
const ends = (from: string, to: string, values = plain): string => `${from}\n${to}\na -> b ${values}`;
const inside = (boundaries: string, values = plain): string => `service a "A"\nservice b "B"\n${boundaries}\na -> b ${values}`;
const zone = (name: string, members: string, type = 'trust-zone'): string => `boundary ${name} { boundaryType: ${type} } [${members}]`;

testRule(unencryptedAcrossBoundary, {
  fires: [
    { when: 'from an untrusted client', sketch: ends('client a "Web" { trusted: false }', 'service b "API"'), primary: 'c1', severity: 'warning', message: 'Web → API is unencrypted.', related: ['a', 'b'], fixes: ['Encrypt it'] },
    { when: 'nothing says that the client is trusted', sketch: ends('client a', 'service b') },
    { when: 'to a provider', sketch: ends('service a', 'external-system b') },
    { when: 'from a partner', sketch: ends('external-system a', 'service b') },
    ...['region', 'vpc', 'trust-zone'].map((type) => ({ when: `between two boundaries of type ${type}`, sketch: inside(`${zone('x', 'a', type)}\n${zone('y', 'b', type)}`) })),
    ...['region', 'vpc', 'trust-zone'].map((type) => ({ when: `out of a boundary of type ${type}`, sketch: inside(zone('x', 'a', type)) })),
    { when: 'into an inner trust zone', sketch: inside(`${zone('x', 'a, b')}\n${zone('y', 'b')}\n${zone('outer', 'x, y')}`) },
    { when: 'one region, two networks', sketch: inside(`${zone('x', 'a', 'vpc')}\n${zone('y', 'b', 'vpc')}\n${zone('r', 'x, y', 'region')}`) },
    { when: 'an untrusted client in the same trust zone', sketch: `${ends('client a', 'service b')}\n${zone('x', 'a, b')}` },
    { when: 'a message', sketch: `service a\nqueue b\n${zone('x', 'a')}\na -> b ${plain}` },
  ],
  silent: [
    { when: 'it is encrypted', sketch: ends('client a', 'service b', '{ encryptedInTransit: true }') },
    { when: 'within the house', sketch: inside('') },
    { when: 'a trusted client', sketch: ends('client a { trusted: true }', 'service b') },
    { when: 'in one region', sketch: inside(zone('x', 'a, b', 'region')) },
    { when: 'between availability zones', sketch: inside(`${zone('x', 'a', 'availability-zone')}\n${zone('y', 'b', 'availability-zone')}`) },
    { when: 'between teams', sketch: inside(`${zone('x', 'a', 'team')}\n${zone('y', 'b', 'team')}`) },
    { when: 'one trust zone spans two regions', sketch: inside(`${zone('x', 'a', 'region')}\n${zone('y', 'b', 'region')}\n${zone('z', 'x, y')}`) },
    { when: 'within the house, and nothing is said', sketch: inside('', '') },
  ],
  notStated: [
    { when: 'nothing is said about a client\'s connection', sketch: ends('client a', 'service b', ''), fields: ['encryptedInTransit'] },
    { when: 'nothing is said between two networks', sketch: inside(`${zone('x', 'a', 'vpc')}\n${zone('y', 'b', 'vpc')}`, ''), fields: ['encryptedInTransit'] },
  ],
});
