import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { isRedundant } from '#graph/redundancy.ts';
import { setFix } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { cachedEntities } from './cache-terms.ts';

/** The only copy of something lies in memory. */
export const usedAsPrimaryStore = componentRule({
  id: 'cache/used-as-primary-store',
  kinds: ['distributed-cache'],
  severity: 'error',
  category: 'durability',
  reach: 'neighbours',
  messages: {
    volatile: { text: '{name} is the only copy of {entities}, and a crash can take it.' },
    open: { severity: 'warning', text: '{name} is the only copy of {entities}; the diagram does not say what keeps it.' },
  },
  docs: {
    what: 'A cache holds the only copy of data, without a log or without a replica.',
    why: 'Memory is emptied by a crash and by eviction. That is no storage.',
    fix: 'Keep the data in a durable store, or give the cache a log and replicas.',
    silentWhen: ['The content is short-lived anyway.', 'Every write is logged before it is acknowledged.', 'Everything that is cached may get lost.'],
    sources: ['redis.io, persistence.', 'redis.io, replication.'],
    question: 'What is left of this data after a crash?',
  },
  examples: {
    bad: 'service api\ndistributed-cache carts { isSourceOfTruth: true, persistence: none, replicas: 0 }\napi -> carts { interaction: request, access: read-write }',
    good: 'service api\ndistributed-cache carts { isSourceOfTruth: true, persistence: append-log-everysec, replicas: 1 }\napi -> carts { interaction: request, access: read-write }',
  },
  check(component, { graph }) {
    if (!isOnlyCopy(graph, component)) return undefined;
    const { ephemeralData, persistence, replicas } = component.properties;
    const entities = cachedEntities(graph, component);
    if (ephemeralData === true || persistence === 'append-log-always') return pass;
    if (entities.length > 0 && entities.every(({ lossTolerant }) => lossTolerant === true)) return pass;
    const details = {
      data: { name: component.name, entities: entities.length > 0 ? listed(entities.map(({ name }) => name)) : 'its data' },
      witness: [component.id],
      evidence: Object.entries({ persistence, replicas }).flatMap(([property, value]) => (value === undefined ? [] : [{ record: component.id, property, value }])),
    };
    if (persistence === 'none' || persistence === 'snapshot' || replicas === 0) return fail('volatile', details);
    const isOpen = persistence === undefined || (replicas === undefined && isRedundant(component) !== true);
    return isOpen ? fail('open', details) : pass;
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const replicas = Math.max(1, diagram.components.get(primary)?.properties.replicas ?? 0);
    return [setFix('Keep a log and a replica', 'suggest', primary, { persistence: 'append-log-everysec', replicas })];
  },
});

/** Declared as the truth, or sessions that must not get lost. */
const isOnlyCopy = (graph: Graph, cache: Component): boolean =>
  cache.properties.isSourceOfTruth === true || (cache.properties.useCase === 'session-store' && cachedEntities(graph, cache).some(({ lossTolerant }) => lossTolerant === false));
