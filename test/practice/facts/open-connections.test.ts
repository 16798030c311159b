import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

const live = 'service live { instances: 10, maxConnectionsPerInstance: 100 }';
const small = 'service live { instances: 5, maxConnectionsPerInstance: 100 }';
const growing = 'service live { instances: 5, maxConnectionsPerInstance: 100, autoScaling: automatic }';
const all = 'phone -> live { protocol: websocket, concurrentConnections: 1000 }';

test.each([
  ['one client holds them all', live, all, 'met'],
  ['two clients hold them together', live, 'phone -> live { protocol: websocket, concurrentConnections: 600 }\nweb -> live { protocol: sse, concurrentConnections: 400 }', 'met'],
  ['over a balancer', `${live}\nload-balancer lb`, 'phone -> lb { protocol: websocket, concurrentConnections: 1000 }\nlb -> live { protocol: websocket }', 'met'],
  ['two services share them', `${small}\nservice other { instances: 5, maxConnectionsPerInstance: 100 }\nload-balancer lb`, 'phone -> lb { protocol: websocket, concurrentConnections: 1000 }\nlb -> live\nlb -> other', 'met'],
  ['too few are drawn', live, 'phone -> live { protocol: websocket, concurrentConnections: 999 }', 'not-met'],
  ['none that lasts', live, 'phone -> live { protocol: http, concurrentConnections: 1000 }', 'not-met'],
  ['too little room', small, all, 'not-met'],
  ['too little room, however far it grows', `${growing}\nset live { maxInstances: 9 }`, all, 'not-met'],
  ['room once it has grown', `${growing}\nset live { maxInstances: 10 }`, all, 'met'],
  ['nobody says how far it grows', growing, all, 'cannot-tell'],
  ['nobody says how many one copy holds', 'service live { instances: 10 }', all, 'cannot-tell'],
  ['nobody has counted', live, 'phone -> live { protocol: websocket }', 'cannot-tell'],
  ['nobody says whether they last', live, 'phone -> live { concurrentConnections: 1000 }', 'cannot-tell'],
])('open-connections: %s', (_, services, connections, verdict) => {
  expect(judgeFact({ fact: 'open-connections', atLeast: 1000 }, judging(sketch(`client phone\nclient web\n${services}\n${connections}`), [])).verdict).toBe(verdict);
});
