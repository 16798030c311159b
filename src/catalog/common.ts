import { properties } from './property.ts';

/** Properties that every component has, whatever its kind. */
export const common = properties({
  technology: { type: 'product', label: 'Product', help: 'Which concrete product it is. The well-known ones bring a preset along.', group: 'general' },
  description: { type: 'text', long: true, label: 'Description', help: 'What it is responsible for, in a sentence.', group: 'general' },
  rationale: { type: 'text', long: true, label: 'Rationale', help: 'Why this component and this product: name a property, then what it gives you here.', group: 'general' },
  inScope: { type: 'boolean', label: 'In scope', help: 'Choose no if somebody else runs it: rules then leave its inside alone.', group: 'general', typical: true },
  instances: { type: 'integer', min: 0, label: 'Instances', help: 'How many interchangeable copies run.', group: 'redundancy', typical: 3 },
  zones: { type: 'integer', min: 1, label: 'Zones', help: 'Over how many zones the copies are spread, each of which may fail on its own.', group: 'redundancy', typical: 3 },
  highAvailability: { type: 'enum', options: ['none', 'active-passive', 'active-active', 'managed'], label: 'High availability', help: 'What happens when one copy dies. Managed means that the provider sees to it.', group: 'redundancy', typical: 'active-active' },
  failoverSeconds: { type: 'number', min: 0, unit: 's', label: 'Failover', help: 'How long it is gone until a standby has taken over.', group: 'redundancy', typical: 30 },
  autoScaling: { type: 'enum', options: ['none', 'manual', 'automatic'], label: 'Scaling', help: 'Whether copies come and go with the load, and who decides.', group: 'capacity', typical: 'automatic' },
  maxInstances: { type: 'integer', min: 0, label: 'Most instances', help: 'Where automatic scaling stops.', group: 'capacity' },
  perInstanceRps: { type: 'number', min: 0, unit: 'req/s', label: 'Rate per instance', help: 'Requests per second that one copy keeps up while it still answers in time.', group: 'capacity' },
  concurrencyPerInstance: { type: 'integer', min: 0, label: 'Concurrency per instance', help: 'Requests in progress at once in one copy: threads, connections or slots.', group: 'capacity', typical: 64 },
  serviceTimeMs: { type: 'number', min: 0, unit: 'ms', label: 'Service time', help: 'How long one request keeps it busy, not counting waits for others.', group: 'capacity', typical: 10 },
  latencyP50Ms: { type: 'number', min: 0, unit: 'ms', label: 'Latency, p50', help: 'Measured: half of the requests take longer than this.', group: 'capacity' },
  latencyP99Ms: { type: 'number', min: 0, unit: 'ms', label: 'Latency, p99', help: 'Measured: one request in a hundred takes longer than this.', group: 'capacity' },
  availability: { type: 'ratio', label: 'Availability', help: 'Share of the time that it works. 99.9 % means 43 minutes of outage a month.', group: 'redundancy', typical: 0.999 },
  dataStored: { type: 'list', item: { type: 'reference', to: 'entity' }, label: 'Data stored', help: 'Which of your data entities live here.', group: 'data' },
  encryptionAtRest: { type: 'boolean', label: 'Encrypted at rest', help: 'What is on its disks cannot be read without a key.', group: 'security', typical: true },
  boundedContext: { type: 'text', label: 'Bounded context', help: 'Whose it is: a team or a domain.', group: 'general' },
  costPerMonth: { type: 'number', min: 0, unit: 'per month', label: 'Cost per month', help: 'What it costs, in your own currency.', group: 'operations' },
});
