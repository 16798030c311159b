import { properties, type ValuesOf } from './property.ts';

/** What an arrow can mean (A.0.3). */
export const interactions = [
  'request',
  'publish',
  'consume',
  'change-data-capture',
  'replicate',
  'dead-letter',
  'origin-fetch',
  'cache-load',
  'cache-flush',
  'acquire-lock',
  'invalidate',
] as const;

export type Interaction = (typeof interactions)[number];

export const connectionProperties = properties({
  interaction: {
    type: 'enum',
    options: interactions,
    label: 'Interaction',
    help: 'What the arrow means.',
    group: 'general',
    key: true,
  },
  access: {
    type: 'enum',
    options: ['read', 'write', 'read-write'],
    label: 'Access',
    help: "What the call does to the target's data.",
    group: 'data',
    key: true,
  },
});

/** The stated values of a connection. */
export type ConnectionProperties = ValuesOf<typeof connectionProperties>;
