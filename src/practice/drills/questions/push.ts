import { type Question, right, wrong } from './question.ts';

/** Connections that stay open, and what lies in their way. */
export const pushQuestions: readonly Question[] = [
  {
    id: 'balancer-layer-for-websockets',
    topics: ['push'],
    asks: 'Clients keep a WebSocket open through this balancer. L4 or L7?',
    sketch: `client app
load-balancer lb "Balancer" { ? }
service chat
app -> lb { protocol: websocket }
lb -> chat { protocol: websocket }`,
    rules: ['load-balancer/websocket-on-l7'],
    options: [
      right('L4', 'layer: L4', 'It passes bytes on and does not care what they mean: the connection stays open.'),
      wrong('L7, as it comes', 'layer: L7'),
      right('L7 that is known to carry WebSockets', 'layer: L7, websocketSupport: true, idleTimeoutSeconds: 3600', 'A balancer that understands the upgrade, and waits longer than the heartbeat, does it as well.'),
    ],
  },
  {
    id: 'idle-timeout-and-heartbeat',
    topics: ['push'],
    asks: 'The app sends a heartbeat every 60 seconds. After how long may the balancer close an idle connection?',
    sketch: `client app
load-balancer lb "Balancer" { layer: L4, ? }
service chat
app -> lb { protocol: websocket, heartbeatSeconds: 60 }
lb -> chat { protocol: websocket }`,
    rules: ['load-balancer/idle-timeout-shorter-than-heartbeat'],
    options: [
      wrong('After 30 seconds', 'idleTimeoutSeconds: 30'),
      wrong('After 60 seconds', 'idleTimeoutSeconds: 60'),
      right('After 350 seconds', 'idleTimeoutSeconds: 350', 'Several heartbeats fit into it, so that one that is late cuts nobody off.'),
    ],
  },
  {
    id: 'protocol-for-server-push',
    topics: ['push'],
    asks: 'The feed tells the page when something is new. Over which protocol?',
    sketch: `client web
service feed
web -> feed { serverPush: true, ? }`,
    rules: ['connection/server-push-over-plain-http'],
    options: [
      wrong('Plain HTTP', 'protocol: http'),
      right('Server-sent events', 'protocol: sse', 'One way is enough here, and the browser reconnects by itself.'),
      right('WebSocket', 'protocol: websocket', 'It pushes too; it is the choice where the page talks back.'),
      right('Long polling', 'protocol: long-polling', 'Each poll waits for news: clumsy, but it passes every proxy.'),
    ],
  },
  {
    id: 'sessions-without-stickiness',
    topics: ['push', 'scaling'],
    asks: 'The balancer sends each request to the next copy in turn. Where may the shop keep its sessions?',
    sketch: `client web
load-balancer lb "Balancer" { stickySessions: none, algorithm: round-robin }
service shop { instances: 3, ? }
web -> lb { protocol: http }
lb -> shop`,
    rules: ['load-balancer/stateful-target-without-stickiness'],
    options: [
      wrong('In the memory of the copy', 'sessionState: in-memory'),
      right('In a shared store', 'sessionState: external', 'Any copy can answer, also after another one has died.'),
      right('Nowhere: the token carries all', 'sessionState: none', 'Without sessions there is nothing that a copy could miss.'),
    ],
  },
  {
    id: 'reach-the-right-copy',
    topics: ['push', 'events'],
    asks: 'Three copies hold open connections. An event arises elsewhere: how does it reach the copy that holds the user?',
    sketch: `client app
load-balancer lb "Balancer"
service live "Live gateway" { instances: 3 }
service api
app -> lb { protocol: sse, serverPush: true }
lb -> live { protocol: sse, serverPush: true }
app -> api
?`,
    rules: ['service/push-without-routing'],
    options: [
      wrong('The API calls the gateway; some copy will answer', 'api -> live { access: write }'),
      right('Every copy hears all events, and picks its own', 'stream events\napi -> events\nevents -> live { deliveryMode: broadcast }', 'The copy that holds the user is among those that hear it.'),
    ],
  },
  {
    id: 'gateway-for-websockets',
    topics: ['push'],
    asks: 'This gateway does not pass WebSockets on. How does the app reach the chat service?',
    sketch: `client app
api-gateway gateway "API gateway" { websocketSupport: false }
load-balancer nlb "L4 balancer" { layer: L4 }
service orders
service chat
app -> gateway -> orders
?`,
    rules: ['api-gateway/websocket-unsupported'],
    options: [
      wrong('Through the gateway all the same', 'app -> gateway { protocol: websocket }\ngateway -> chat { protocol: websocket }'),
      right('Beside it, through the L4 balancer', 'app -> nlb -> chat { protocol: websocket }', 'Requests keep their gateway, and open connections get a way that carries them.'),
    ],
  },
];
