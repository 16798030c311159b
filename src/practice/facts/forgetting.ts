import { every3, some3, type Truth } from '#base/truth.ts';
import type { Component } from '#diagram/diagram.ts';
import { daySeconds } from '#estimate/flow.ts';
import { isRequest, writes } from '#graph/access.ts';
import { isCompute } from '#graph/roles.ts';
import type { DecidingField } from '../judgement.ts';
import type { Judging } from './judging.ts';

/** Whether a place forgets what was deleted, and what would decide. */
export interface Forgetting {
  readonly truth: Truth;
  readonly fields: readonly DecidingField[];
}

type Days = number;

/** Whether a place that has an entity forgets it within so many days, each kind in its own way. */
export function forgetting(judging: Judging, component: Component, entity: string, within: Days): Forgetting {
  const { id, kind, properties } = component;
  const limit = within * daySeconds;
  const decided = (truth: Truth, ...names: readonly string[]): Forgetting => ({
    truth,
    fields: truth === undefined ? names.filter((name) => Object.entries(properties).find(([key]) => key === name)?.[1] === undefined).map((property) => ({ record: id, property })) : [],
  });
  const isShort = atMost(properties.retentionSeconds, limit);
  const lives = atMost(properties.ttlSeconds, limit);
  const isTold = judging.graph.into(id).some((edge) => edge.interaction === 'invalidate' && judging.carries(edge, entity) !== false);
  switch (kind) {
    case 'core-database':
      return inDatabase(judging, component, entity, within);
    case 'blob-storage': {
      const expires = properties.lifecyclePolicy === undefined ? undefined : properties.lifecyclePolicy.endsWith('expire');
      const isDeleted = every3([hasDeleter(judging, component, entity), properties.versioning === undefined ? undefined : !properties.versioning]);
      return decided(some3([expires, isDeleted]), ...(hasDeleter(judging, component, entity) === false ? [] : ['versioning']), 'lifecyclePolicy');
    }
    case 'search-database':
      return decided(properties.syncMethod === 'batch' ? (properties.reindexStrategy === undefined ? undefined : properties.reindexStrategy === 'alias-swap') : true, 'reindexStrategy');
    case 'distributed-cache':
      return decided(isTold || properties.ephemeralData === true ? true : some3([lives, includesAny(properties.invalidationStrategy, ['delete-on-write', 'event-driven'])]), 'ttlSeconds', 'invalidationStrategy');
    case 'cdn':
      return decided(isTold ? true : some3([lives, includesAny(properties.invalidation, ['purge', 'surrogate-keys'])]), 'ttlSeconds', 'invalidation');
    case 'stream': {
      const compacts = properties.cleanupPolicy === undefined ? undefined : properties.cleanupPolicy.startsWith('compact');
      return decided(some3([isShort, compacts]), 'retentionSeconds', 'cleanupPolicy');
    }
    default:
      return decided(isShort, 'retentionSeconds');
  }
}

/** Rows expire, or the data is of a sort that may be taken away again. */
function inDatabase({ diagram, own }: Judging, { id, properties: { dataRetentionDays } }: Component, entity: string, within: Days): Forgetting {
  if (dataRetentionDays !== undefined && dataRetentionDays <= within) return { truth: true, fields: [] };
  const ownId = own(entity);
  const mutability = ownId === undefined ? undefined : diagram.entities.get(ownId)?.mutability;
  if (mutability !== undefined) return { truth: mutability !== 'append-only', fields: [] };
  return { truth: undefined, fields: [...(ownId === undefined ? [] : [{ record: ownId, property: 'mutability' }]), ...(dataRetentionDays === undefined ? [{ record: id, property: 'dataRetentionDays' }] : [])] };
}

/** Whether own code writes to the place, and so can delete there. Not stated while no such connection says what it does. */
const hasDeleter = ({ graph, carries }: Judging, { id }: Component, entity: string): Truth =>
  some3(graph.into(id).filter((edge) => isCompute(edge.from) && isRequest(edge)).map((edge) => every3([writes(edge), carries(edge, entity)])));

function atMost(stated: number | string | undefined, limit: number): Truth {
  if (stated === undefined) return undefined;
  return typeof stated === 'number' && stated <= limit;
}

const includesAny = (stated: readonly string[] | undefined, wanted: readonly string[]): Truth => (stated === undefined ? undefined : wanted.some((each) => stated.includes(each)));
