import type { Component } from '#diagram/diagram.ts';
import { rounded } from '#estimate/rate.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { count, scalingFix } from './capacity-terms.ts';

/** Data outgrows its database within the time that is planned for. */
export const storageExhausted = componentRule({
  id: 'capacity/storage-exhausted',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'performance',
  reach: 'record',
  messages: {
    filling: { text: '{name} is full in about {days} (estimate).' },
    full: { text: '{name} holds more already than its shards can (estimate).' },
  },
  docs: {
    what: 'What is stored today and what is added until the storage horizon is more than all shards hold.',
    why: 'This is an outage with a date. Splitting a full database under traffic is the hardest way to do it.',
    fix: 'Plan more shards, drop or archive old rows, or keep large values elsewhere.',
    silentWhen: ['Rows are dropped before the horizon.', 'The size, its growth, its limit or the horizon is not stated.'],
    sources: ['Designing Data-Intensive Applications, chapter 6.'],
    question: 'How much is stored today, and how much does a day add?',
  },
  examples: {
    bad: 'settings { retentionDays: 350 }\nservice api\ncore-database db { storageBytes: 5000000000000, growthBytesPerDay: 100000000000, maxStorageBytes: 10000000000000 }\napi -> db { access: write }',
    good: 'settings { retentionDays: 350 }\nservice api\ncore-database db { storageBytes: 1500000000000, growthBytesPerDay: 10000000000, maxStorageBytes: 10000000000000 }\napi -> db { access: write }',
  },
  check(component, { diagram }) {
    const { storageBytes, growthBytesPerDay, maxStorageBytes, shardCount = 1, dataRetentionDays } = component.properties;
    const { retentionDays } = diagram.settings;
    if (maxStorageBytes === undefined || retentionDays === undefined) return undefined;
    if (dataRetentionDays !== undefined && dataRetentionDays < retentionDays) return pass;
    if (storageBytes === undefined || growthBytesPerDay === undefined) return notStated(component.id, ...unstated({ storageBytes, growthBytesPerDay }));
    const room = maxStorageBytes * shardCount;
    if (storedAt(component, retentionDays) <= room) return pass;
    const days = Math.floor((room - storageBytes) / growthBytesPerDay);
    return fail(storageBytes > room ? 'full' : 'filling', {
      data: { name: component.name, days: `${count(days)} ${days === 1 ? 'day' : 'days'}` },
      witness: [component.id],
      evidence: statedEvidence(component.id, { storageBytes, growthBytesPerDay, maxStorageBytes, shardCount: component.properties.shardCount }),
    });
  },
  fixes({ primary }, { diagram }): readonly Fix[] {
    const component = diagram.components.get(primary);
    const { maxStorageBytes } = component?.properties ?? {};
    if (!component || !maxStorageBytes) return [];
    return [scalingFix(component, { property: 'shardCount', count: Math.ceil(rounded(storedAt(component, diagram.settings.retentionDays ?? 0) / maxStorageBytes)) })];
  },
});

/** Bytes that are stored after so many days. */
const storedAt = ({ properties: { storageBytes = 0, growthBytesPerDay = 0 } }: Component, days: number): number => storageBytes + growthBytesPerDay * days;
