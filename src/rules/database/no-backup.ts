import type { Component } from '#diagram/diagram.ts';
import { isRequest } from '#graph/access.ts';
import { known } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { perhapsWritingEdges, writingEdges } from './database-terms.ts';

/** A database is declared to have no backup. */
export const noBackup = componentRule({
  id: 'database/no-backup',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'durability',
  reach: 'diagram',
  messages: { none: { text: '{name} has no backup; replicas repeat every mistake at once.' } },
  docs: {
    what: 'Nothing lets you go back to the data of an hour ago.',
    why: 'Replicas protect against dead disks. A wrong DELETE reaches all of them within milliseconds.',
    fix: 'Take snapshots, or keep the log so that you can restore any point in time. Try the restore.',
    silentWhen: [
      'All the data stored in it may be lost.',
      'It is a view that can be built again: every writer follows streams that keep everything, or another database.',
    ],
    sources: ['Google SRE book, data integrity.'],
    question: 'Somebody deletes the wrong rows: how do you get them back?',
  },
  examples: {
    bad: 'service api\ncore-database db { backup: none }\napi -> db { access: read-write }',
    good: 'service api\ncore-database db { backup: point-in-time }\napi -> db { access: read-write }',
  },
  check(component, { graph }) {
    const { backup } = component.properties;
    if (backup !== undefined && backup !== 'none') return pass;
    if (isWorthless(graph, component) || canBeRebuilt(graph, component)) return pass;
    if (backup === undefined) return notStated(component.id, 'backup');
    return fail('none', { data: { name: component.name }, witness: [component.id], evidence: [{ record: component.id, property: 'backup', value: backup }] });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Keep a backup for any point in time', 'suggest', primary, { backup: 'point-in-time' })],
});

function isWorthless(graph: Graph, { properties: { dataStored = [] } }: Component): boolean {
  const entities = known(graph, dataStored);
  return dataStored.length > 0 && entities.length === dataStored.length && entities.every(({ lossTolerant }) => lossTolerant === true);
}

/** Whether everything in it comes from where it still is. */
function canBeRebuilt(graph: Graph, view: Component): boolean {
  const copying = graph.into(view.id).filter((edge) => edge.interaction === 'replicate' && edge.from.id !== view.id);
  const isWritten = copying.length > 0 || writingEdges(graph, view).length > 0;
  return isWritten && perhapsWritingEdges(graph, view).every((edge) => repeats(graph, view, edge));
}

/** Whether a writer can do all its writes again. */
function repeats(graph: Graph, view: Component, edge: Edge): boolean {
  if (edge.interaction === 'consume') return keepsEverything(edge.from);
  if (!isRequest(edge) || (edge.from.kind !== 'worker' && edge.from.kind !== 'service')) return false;
  const sources = graph.into(edge.from.id).filter(({ interaction }) => interaction === 'consume' || interaction === 'change-data-capture');
  return sources.length > 0 && sources.every(({ from }) => keepsEverything(from) || (from.kind === 'core-database' && from.id !== view.id));
}

const keepsEverything = ({ kind, properties }: Component): boolean => kind === 'stream' && properties.retentionSeconds === 'unlimited';
