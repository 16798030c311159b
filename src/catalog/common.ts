import { properties } from './property.ts';

/** Properties that every component has, whatever its kind (A.0.2 but `name` and `suppressions`). */
export const common = properties({
  technology: { type: 'product', label: 'Product', help: 'Concrete product; choosing one offers its preset.', group: 'general' },
  description: { type: 'text', long: true, label: 'Description', help: 'What this component is responsible for.', group: 'general' },
  rationale: { type: 'text', long: true, label: 'Rationale', help: 'Why this connection is here and works this way.', group: 'general' },
  inScope: { type: 'boolean', label: 'In scope', help: 'No means somebody else runs it; rules about its inside are skipped.', group: 'general', typical: true },
  instances: { type: 'integer', min: 0, label: 'Instances', help: 'Interchangeable running copies.', group: 'redundancy', typical: 3 },
  zones: { type: 'integer', min: 1, label: 'Zones', help: 'Independent failure zones the copies are spread over.', group: 'redundancy', typical: 3 },
  highAvailability: { type: 'enum', options: ['none', 'active-passive', 'active-active', 'managed'], label: 'High availability', help: 'How it survives losing one copy. Managed means the provider guarantees it.', group: 'redundancy', typical: 'active-active' },
  failoverSeconds: { type: 'number', min: 0, unit: 's', label: 'Failover', help: 'Time until a standby takes over.', group: 'redundancy', typical: 30 },
  autoScaling: { type: 'enum', options: ['none', 'manual', 'automatic'], label: 'Auto scaling', help: 'Who adds and removes copies.', group: 'redundancy', typical: 'automatic' },
  maxInstances: { type: 'integer', min: 0, label: 'Max instances', help: 'Ceiling of automatic scaling.', group: 'redundancy' },
  perInstanceRps: { type: 'number', min: 0, unit: 'req/s', label: 'Rate per instance', help: 'Requests per second that one copy sustains.', group: 'capacity' },
  concurrencyPerInstance: { type: 'integer', min: 0, label: 'Concurrency per instance', help: 'Requests that one copy serves at the same time.', group: 'capacity', typical: 64 },
  serviceTimeMs: { type: 'number', min: 0, unit: 'ms', label: 'Service time', help: 'Busy time of one request, without waiting for others.', group: 'capacity', typical: 10 },
  latencyP50Ms: { type: 'number', min: 0, unit: 'ms', label: 'Latency, p50', help: 'Measured own latency of half the requests.', group: 'capacity' },
  latencyP99Ms: { type: 'number', min: 0, unit: 'ms', label: 'Latency, p99', help: 'Measured own latency of 99 of 100 requests.', group: 'capacity' },
  availability: { type: 'ratio', label: 'Availability', help: 'Long-run share of time that it works, if promised.', group: 'redundancy', typical: 0.999 },
  dataStored: { type: 'list', item: { type: 'reference', to: 'entity' }, label: 'Data stored', help: 'Data entities held here.', group: 'data' },
  encryptionAtRest: { type: 'boolean', label: 'Encrypted at rest', help: 'Stored data is encrypted.', group: 'security', typical: true },
  boundedContext: { type: 'text', label: 'Bounded context', help: 'Team or domain that owns it.', group: 'general' },
  costPerMonth: { type: 'number', min: 0, unit: 'per month', label: 'Cost per month', help: 'What it costs, if you know.', group: 'capacity' },
});
