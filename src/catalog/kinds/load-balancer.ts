import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { route } from '../record-values.ts';

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
    layer: { type: 'enum', options: ['L4', 'L7'], label: 'Layer', help: 'L4 balances connections, L7 balances requests. Persistent connections: L4 is the simple answer, L7 works with upgrades and a long idle timeout.', group: 'general', key: true, typical: 'L7' },
    algorithm: { type: 'enum', options: ['round-robin', 'weighted', 'least-connections', 'random-two-choices', 'source-ip-hash', 'consistent-hash'], label: 'Algorithm', help: 'How a target is picked.', group: 'behaviour', key: true, typical: 'least-connections' },
    hashKey: { type: 'text', label: 'Hash key', help: 'What consistent hashing hashes.', group: 'behaviour' },
    stickySessions: { type: 'enum', options: ['none', 'cookie', 'source-ip'], label: 'Sticky sessions', help: 'Same client, same target.', group: 'behaviour', key: true, typical: 'none' },
    persistentConnections: { type: 'boolean', label: 'Persistent connections', help: 'Long-lived connections pass through.', group: 'behaviour' },
    websocketSupport: { type: 'boolean', label: 'WebSocket support', help: 'Upgrade requests are proxied.', group: 'behaviour' },
    idleTimeoutSeconds: { type: 'number', min: 0, unit: 's', label: 'Idle timeout', help: 'Idle connections are closed after.', group: 'behaviour', typical: 60 },
    maxConcurrentConnections: { type: 'integer', min: 0, label: 'Max concurrent connections', help: 'Connection ceiling.', group: 'capacity' },
    connectionDrainingSeconds: { type: 'number', min: 0, unit: 's', label: 'Connection draining', help: 'Grace time before a target leaves.', group: 'redundancy', typical: 30 },
    healthCheck: { type: 'enum', options: ['none', 'tcp', 'http', 'grpc'], label: 'Health check', help: 'How dead targets are found.', group: 'redundancy', key: true, typical: 'http' },
    healthCheckIntervalSeconds: { type: 'number', min: 0, unit: 's', label: 'Health check interval', help: 'Check period.', group: 'redundancy', typical: 10 },
    tlsTermination: { type: 'enum', options: ['at-balancer', 'passthrough', 're-encrypt'], label: 'TLS ends', help: 'Where TLS ends.', group: 'security', typical: 'at-balancer' },
    contentRouting: { type: 'list', item: route, label: 'Content routing', help: 'Path/host/header rules (L7 only).', group: 'behaviour' },
    scope: { type: 'enum', options: ['zonal', 'regional', 'global'], label: 'Scope', help: 'Reach.', group: 'general', typical: 'regional' },
  }),
  detail: ['layer', 'technology', 'stickySessions', 'algorithm'],
  caveats: [
    { text: 'L4 sees connections: fast, any protocol, no decisions by content. One connection stays on one target.' },
    { text: 'L7 sees requests: routes by path and header, reuses connections to targets, can retry. It must understand the protocol.' },
    { text: 'For persistent connections L4 is the simple answer. L7 works too, if it upgrades and its idle timeout is longer than the heartbeat.', source: 'AWS, ALB listeners; nginx.org, WebSocket proxying' },
    { text: 'gRPC behind L4 pins all calls of a client to one target.' },
    { text: 'Stickiness is a crutch for session state in memory. It skews load and loses sessions when copies leave.' },
    { text: 'New copies get no share of old persistent connections. Drain, or limit their age.' },
    { text: 'Without health checks a dead target keeps its share of the traffic.' },
    { text: 'The balancer itself needs a second copy: managed, a pair, or anycast.' },
  ],
  products: [
    { name: 'AWS ALB', aliases: ['application load balancer', 'alb', 'elb'], facts: ['L7; WebSockets are native; closes idle connections after 60 s by default.'] },
    { name: 'AWS NLB', aliases: ['network load balancer', 'nlb'], facts: ['L4; closes idle TCP connections after 350 s by default.'] },
    { name: 'nginx', facts: ['Needs upgrade headers for WebSockets; closes after 60 s without data.'] },
    { name: 'HAProxy' },
    { name: 'Envoy', facts: ['Closes idle streams after 5 min by default.'] },
    { name: 'Google Cloud Load Balancing', aliases: ['maglev', 'gclb'] },
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
