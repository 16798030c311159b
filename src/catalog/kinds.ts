import type { Kind } from './kind.ts';
import { apiGateway } from './kinds/api-gateway.ts';
import { blobStorage } from './kinds/blob-storage.ts';
import { cdn } from './kinds/cdn.ts';
import { client } from './kinds/client.ts';
import { coreDatabase } from './kinds/core-database.ts';
import { distributedCache } from './kinds/distributed-cache.ts';
import { distributedLock } from './kinds/distributed-lock.ts';
import { externalSystem } from './kinds/external-system.ts';
import { loadBalancer } from './kinds/load-balancer.ts';
import { queue } from './kinds/queue.ts';
import { scheduledJob } from './kinds/scheduled-job.ts';
import { searchDatabase } from './kinds/search-database.ts';
import { service } from './kinds/service.ts';
import { stream } from './kinds/stream.ts';
import { worker } from './kinds/worker.ts';
import type { ValuesOf } from './property.ts';

/** Every kind, in the order of the palette. To add one: write its file, then its line here. */
export const kinds = [
  coreDatabase,
  blobStorage,
  searchDatabase,
  apiGateway,
  loadBalancer,
  queue,
  stream,
  distributedLock,
  distributedCache,
  cdn,
  client,
  service,
  worker,
  scheduledJob,
  externalSystem,
] as const;

type AnyKind = (typeof kinds)[number];
export type KindId = AnyKind['id'];

type TableOf<K extends Kind> = K['properties'];
type NameIn<Tables> = Tables extends unknown ? keyof Tables : never;
type PropertyNamed<Tables, Name> = Tables extends unknown ? (Name extends keyof Tables ? Tables[Name] : never) : never;
type Merged<Tables> = ValuesOf<{ readonly [Name in NameIn<Tables>]: PropertyNamed<Tables, Name> }>;

/** The stated values of a component, over all kinds. A missing name means "not stated". */
export type ComponentProperties = Merged<TableOf<AnyKind>>;

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]));

/** The kind with this id; undefined where the id is not one of ours. */
export const kindOf = (id: string): Kind | undefined => byId.get(id);
