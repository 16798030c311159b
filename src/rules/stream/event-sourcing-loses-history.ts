import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import { carriedEntities } from '#graph/entities.ts';
import type { Graph } from '#graph/graph.ts';
import { addBeside, addConnection, fix, setFix } from '../fixing.ts';
import { feedingEdges } from '../queue/broker-terms.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { archivesOf } from './stream-terms.ts';

/** The stream is the record of what happened, and forgets. */
export const eventSourcingLosesHistory = componentRule({
  id: 'stream/event-sourcing-loses-history',
  kinds: ['stream'],
  severity: 'error',
  category: 'durability',
  reach: 'diagram',
  messages: {
    deletes: { text: '{name} is the record of state, but it deletes events after {retention}.' },
    open: { severity: 'warning', text: '{name} is the record of state and keeps events {retention}; the diagram does not say what happens then.' },
    compacts: { severity: 'warning', text: '{name} is the record of state, but compaction keeps only the last event per key.' },
  },
  docs: {
    what: 'An event-sourced stream lets events go, by age or by compaction.',
    why: 'Here the state is the sum of all events. With the first ones missing, nobody can work it out again.',
    fix: 'Keep events for ever, or archive them and start from snapshots.',
    silentWhen: ['Events are archived.', 'It only hands on what others own: all of it comes by change data capture, or all its data has its source of truth elsewhere.'],
    sources: ['Martin Fowler, Event Sourcing.'],
    question: 'How is the state rebuilt when the first events are gone?',
  },
  examples: {
    bad: 'service accounts\nstream ledger { eventSourcing: true, retentionSeconds: 604800, cleanupPolicy: delete }\nworker reader\naccounts -> ledger -> reader',
    good: 'service accounts\nstream ledger { eventSourcing: true, retentionSeconds: unlimited, cleanupPolicy: delete }\nworker reader\naccounts -> ledger -> reader',
  },
  check(component, { graph }) {
    const { eventSourcing, retentionSeconds, cleanupPolicy } = component.properties;
    if (eventSourcing !== true) return undefined;
    if (archivesOf(graph, component).length > 0 || onlyDistributes(graph, component)) return pass;
    const ends = typeof retentionSeconds === 'number';
    if (cleanupPolicy !== 'compact' && !ends && cleanupPolicy !== 'compact-delete') {
      const open = unstated({ retentionSeconds, cleanupPolicy });
      return open.length > 0 ? notStated(component.id, ...open) : pass;
    }
    const compacts = cleanupPolicy === 'compact' || !ends;
    return fail(compacts ? 'compacts' : cleanupPolicy === undefined ? 'open' : 'deletes', {
      data: { name: component.name, retention: ends ? quantity(retentionSeconds, 's') : '' },
      witness: [component.id],
      evidence: statedEvidence(component.id, { eventSourcing, retentionSeconds, cleanupPolicy }),
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const stream = diagram.components.get(primary);
    if (!stream) return [];
    const compacts = stream.properties.cleanupPolicy?.startsWith('compact') ?? false;
    const keep = setFix('Keep every event for ever', 'suggest', primary, { retentionSeconds: 'unlimited', ...(compacts ? { cleanupPolicy: 'delete' } : {}) });
    const archive = fix('Archive events in a bucket', 'suggest', (now, freshId) => {
      const id = freshId();
      const added = addBeside(now, { id, kind: 'blob-storage', name: `${stream.name} archive`, anchor: primary, direction: 'below' });
      return addConnection(added, freshId(), primary, id, 'consume');
    });
    return [keep, archive];
  },
});

/** Whether the truth lies elsewhere, and the stream only tells of it. */
function onlyDistributes(graph: Graph, stream: Component): boolean {
  const feeding = feedingEdges(graph, stream);
  const carried = carriedEntities(graph, stream.id);
  const isOwnedElsewhere = (owner: string | undefined): boolean => owner !== undefined && owner !== stream.id && graph.diagram.components.has(owner);
  return (feeding.length > 0 && feeding.every(({ interaction }) => interaction === 'change-data-capture')) || (carried.length > 0 && carried.every(({ sourceOfTruth }) => isOwnedElsewhere(sourceOfTruth)));
}
