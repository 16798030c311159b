import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { route } from '../record-values.ts';
import { sources } from '../sources.ts';

export const loadBalancer = defineKind({
  id: 'load-balancer',
  label: 'Load balancer',
  family: 'traffic',
  summary: 'Spreads connections or requests over many copies, and leaves out the dead ones.',
  silhouette: 'hexagon',
  traits: ['proxy'],
  section: 'building-block',
  entries: [
    {
      id: 'load-balancer',
      label: 'Load balancer',
      shortcut: '5',
      glyph: ['M12 4.5v5', 'M12 9.5 5 15.5', 'M12 9.5v6', 'M12 9.5l7 6', 'M5 15.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z', 'M12 15.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z', 'M19 15.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z'],
    },
  ],
  properties: properties({
    ...common,
    highAvailability: { ...common.highAvailability, typical: 'managed' },
    layer: { type: 'enum', options: ['L4', 'L7'], label: 'Layer', help: 'L4 balances connections, L7 balances requests. For connections that stay open L4 is the simple answer; L7 works with upgrades and a long idle timeout.', group: 'general', key: true, typical: 'L7' },
    algorithm: { type: 'enum', options: ['round-robin', 'weighted', 'least-connections', 'random-two-choices', 'source-ip-hash', 'consistent-hash'], label: 'Algorithm', help: 'How it chooses the copy.', group: 'behaviour', key: true, typical: 'least-connections' },
    hashKey: { type: 'text', label: 'Hash key', help: 'What is hashed to choose the copy, such as a user id.', group: 'behaviour' },
    stickySessions: { type: 'enum', options: ['none', 'cookie', 'source-ip'], label: 'Sticky sessions', help: 'Whether a client always meets the same copy: a crutch for state kept in memory.', group: 'behaviour', key: true, typical: 'none' },
    persistentConnections: { type: 'boolean', label: 'Persistent connections', help: 'Connections that stay open pass through it.', group: 'behaviour' },
    websocketSupport: { type: 'boolean', label: 'WebSocket support', help: 'It passes on the upgrade from HTTP to WebSocket.', group: 'behaviour' },
    idleTimeoutSeconds: { type: 'number', min: 0, unit: 's', label: 'Idle timeout', help: 'How long a quiet connection stays open. Must be longer than the heartbeat.', group: 'behaviour', typical: 60 },
    maxConcurrentConnections: { type: 'integer', min: 0, label: 'Most open connections', help: 'How many connections it can hold at once.', group: 'capacity' },
    connectionDrainingSeconds: { type: 'number', min: 0, unit: 's', label: 'Connection draining', help: 'How long a leaving copy may finish what it has begun.', group: 'operations', typical: 30 },
    healthCheck: { type: 'enum', options: ['none', 'tcp', 'http', 'grpc'], label: 'Health check', help: 'How it notices that a copy is dead.', group: 'operations', key: true, typical: 'http' },
    healthCheckIntervalSeconds: { type: 'number', min: 0, unit: 's', label: 'Health check interval', help: 'How often it looks.', group: 'operations', typical: 10 },
    tlsTermination: { type: 'enum', options: ['at-balancer', 'passthrough', 're-encrypt'], label: 'TLS ends', help: 'Where the encryption that the client began is undone.', group: 'security', typical: 'at-balancer' },
    contentRouting: { type: 'list', item: route, label: 'Content routing', help: 'Which path, host or header goes where. L7 only.', group: 'behaviour' },
    scope: { type: 'enum', options: ['zonal', 'regional', 'global'], label: 'Scope', help: 'How far it reaches: a zone, a region or the world.', group: 'general', typical: 'regional' },
  }),
  detail: ['layer', 'technology', 'stickySessions', 'algorithm'],
  caveats: [
    { text: 'L4 sees connections: fast, any protocol, blind to content. Each one stays where it began.' },
    { text: 'L7 sees requests: it routes by path, host and header, can retry, and reuses a small pool of connections to the targets. It must understand the protocol.' },
    { text: 'For connections that stay open L4 is the simple answer, not a law. L7 works if it passes upgrades on and its idle timeout is longer than the heartbeat, and it is right where you route by path or end TLS.', source: sources.albWebSocket },
    { text: 'gRPC keeps one connection open, so behind L4 each client stays with one target.' },
    { text: 'Stickiness is a crutch for session state in memory. It skews the load and loses sessions when copies leave. Move the state out.' },
    { text: 'New copies get no share of connections that are already open. Drain, or limit their age.' },
    { text: 'A dead target gets its share of requests for as long as no health check notices.' },
    { text: 'The balancer needs a second copy too: managed, a pair, or anycast.' },
  ],
  products: [
    { name: 'AWS ALB', aliases: ['application load balancer', 'alb', 'elb'], facts: ['L7. Carries WebSockets, HTTP/2 and gRPC.', 'Closes idle connections after 60 s by default, 4,000 s at most.', 'Sticks by cookie.'] },
    { name: 'AWS NLB', aliases: ['network load balancer', 'nlb'], facts: ['L4, with fixed addresses.', 'Closes idle TCP connections after 350 s by default, 6,000 s at most; UDP after 120 s.'] },
    { name: 'nginx', facts: ['L7, or L4 as a stream.', 'WebSockets need upgrade headers and close after 60 s without data.'] },
    { name: 'HAProxy', facts: ['L4 or L7. Its tunnel timeout decides how long a WebSocket lives.'] },
    { name: 'Envoy', facts: ['L7 or L4. Closes idle streams after 5 minutes by default; WebSockets must be switched on.'] },
    { name: 'Google Cloud Load Balancing', aliases: ['maglev', 'gclb'], facts: ['One address worldwide at L7, regional at L4, with consistent hashing.'] },
  ],
  presets: [
    {
      id: 'aws-alb',
      title: 'AWS ALB',
      technology: 'AWS ALB',
      values: { layer: 'L7', websocketSupport: true, idleTimeoutSeconds: 60, highAvailability: 'managed' },
    },
    {
      id: 'aws-nlb',
      title: 'AWS NLB',
      technology: 'AWS NLB',
      values: { layer: 'L4', persistentConnections: true, idleTimeoutSeconds: 350, highAvailability: 'managed' },
    },
    {
      id: 'nginx-http',
      title: 'nginx (http)',
      technology: 'nginx',
      values: { layer: 'L7', idleTimeoutSeconds: 60 },
    },
  ],
  searchWords: ['lb', 'balancer', 'reverse proxy'],
});
