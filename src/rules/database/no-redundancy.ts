import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { isRedundant } from '#graph/redundancy.ts';
import { isInternalClient, isModest, users } from '#graph/roles.ts';
import { bottleneck } from '#graph/single-point.ts';
import { setFix } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { keptEntities } from './database-terms.ts';

/** A database has no copy that takes over. */
export const noRedundancy = componentRule({
  id: 'database/no-redundancy',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'durability',
  reach: 'diagram',
  messages: { alone: { text: '{name} has no copy that takes over; losing it stops {paths} and may lose data.' } },
  docs: {
    what: 'A database on which paths or data depend runs without a replica.',
    why: 'Disks and hosts fail. Until a backup is restored, everything that needs it stands still.',
    fix: 'Add replicas and an automatic failover.',
    silentWhen: ['The diagram does not say how many copies there are.', 'It is embedded, and every client is internal or trusted.', 'Nothing that matters is stored, and no client depends on it.'],
    sources: ['Designing Data-Intensive Applications, chapter 5.'],
    question: 'What happens to this database when its host dies?',
  },
  examples: {
    bad: 'client web\nservice api\ncore-database db { replicas: 0 }\nweb -> api -> db',
    good: 'client web\nservice api\ncore-database db { replicas: 2 }\nweb -> api -> db',
  },
  check(component, { graph }) {
    const redundant = isRedundant(component);
    if (redundant || (isEmbedded(component) && hasOnlyFriends(graph))) return pass;
    const point = bottleneck(graph, component);
    const precious = keptEntities(graph, component).filter(({ lossTolerant }) => lossTolerant !== true);
    if (!point && precious.length === 0) return pass;
    if (redundant === undefined) return notStated(component.id, 'replicas');
    const { backup, replicas, replicationFactor, highAvailability } = component.properties;
    const restorable = backup === 'snapshot' || backup === 'point-in-time';
    const isQuestion = (restorable && isModest(graph)) || (precious.length === 0 && point?.certainty === 'open');
    const paths = point ? `the paths of ${listed(point.clients.map(({ name }) => name))}` : 'the work behind it';
    return fail('alone', {
      severity: isQuestion ? 'suggestion' : 'warning',
      data: { name: component.name, paths },
      related: point?.clients.map(({ id }) => ({ id, role: 'client' })) ?? [],
      witness: point?.witness ?? [component.id],
      evidence: statedEvidence(component.id, { replicas, replicationFactor, highAvailability }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    setFix('Add two replicas with failover', 'suggest', primary, { replicas: 2, replicationMode: 'single-leader-semi-sync', highAvailability: 'active-passive' }),
  ],
});

const isEmbedded = ({ properties }: Component): boolean => /sqlite|embedded/i.test(properties.technology ?? '');

const hasOnlyFriends = (graph: Graph): boolean => users(graph).every(isInternalClient);
