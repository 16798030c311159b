import { every3, type Truth } from '#base/truth.ts';
import type { Id } from '#diagram/diagram.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { edgeConditions, edgeNoun, edgeOtherwise, edgeWords, isSuch, openEdgeFields, wayMeets } from './edge-conditions.ts';
import { count, defineFact, entity } from './fact.ts';
import { type Hop, hopsOf } from './hop.ts';
import { carriedBy, listed, whoDo } from './judging.ts';
import type { Condition } from './condition.ts';
import { isOfKind, openFields, otherwise, type Selector, selectorSchema, selects, selectorWords } from './selector.ts';

/** `edge(A → B, where)`: such a connection is drawn; proxies between A and B do not matter. */
export const connection = defineFact(
  'connection',
  'A connection between two sorts of components, directly or through gateways and balancers; several must have different ends.',
  { from: selectorSchema, to: selectorSchema, where: edgeConditions.optional(), carries: entity.optional(), atLeast: count.optional() },
  ({ from, to, where = [], carries, atLeast = 1 }, judging): Judgement => {
    const truthOf = (hop: Hop): Truth => every3([selects(from, hop.from), selects(to, hop.to), wayMeets(hop.edges, where), carries === undefined || judging.carries(hop.last, carries)]);
    const drawn = hopsOf(judging.graph).filter((hop) => judging.isLive(hop.from) && isOfKind(from, hop.from) && isOfKind(to, hop.to));
    // Once some say that they carry it, those that say nothing are something else.
    const carriers = carries === undefined ? [] : drawn.filter((hop) => judging.carries(hop.last, carries) === true);
    const candidates = carriers.length > 0 ? carriers : drawn;
    const fitting = candidates.filter((hop) => truthOf(hop) === true);
    const open = candidates.filter((hop) => truthOf(hop) === undefined);
    const witness = (hops: readonly Hop[]): readonly Id[] => hops.flatMap((hop) => hop.witness);
    const words = edgeWords(where) === '' ? '' : ` ${edgeWords(where)}`;
    const cargo = carries === undefined ? undefined : judging.entityName(carries);
    if (apart(fitting) >= atLeast) return met(`${whoDo(fitting.map(nameOf), cargo ? `carries ${cargo}` : 'is drawn', cargo ? `carry ${cargo}` : 'are drawn')}${words}.`, witness(fitting));
    if (apart([...fitting, ...open]) >= atLeast) {
      const fields = open.flatMap((hop) => [...openFields(from, hop.from), ...openFields(to, hop.to), ...(wayMeets(hop.edges, where) === undefined ? openEdgeFields(hop.last, where) : []), ...(carries === undefined ? [] : carriedBy([hop.last]))]);
      return cannotTell(`${listed(open.map(nameOf))} may be it: say more about the connection.`, fields, witness(open));
    }
    const amiss = candidates.filter((hop) => isSuch(hop.edges, where) && (carries === undefined || judging.carries(hop.last, carries) !== false)).flatMap((hop) => complaint(hop, from, to, where) ?? []);
    if (amiss.length > 0) return notMet(`${[...new Set(amiss)].slice(0, 2).join('; ')}.`, witness(candidates));
    const which = `${edgeNoun(where)}${atLeast === 1 ? '' : 's'}${words}`;
    const [lead, carry] = atLeast === 1 ? ['leads', 'carries'] : ['lead', 'carry'];
    return notMet(`${atLeast === 1 ? 'No' : `Fewer than ${atLeast}`} ${which} ${cargo ? `${carry} ${cargo}` : lead} from ${selectorWords(from)} to ${selectorWords(to)}${atLeast === 1 ? '' : ', each with ends of its own'}.`, witness(candidates));
  },
);

const nameOf = ({ from, to }: Hop): string => `${from.name} → ${to.name}`;

/** What is stated otherwise than is asked, of a step or of its ends. */
function complaint(hop: Hop, from: Selector, to: Selector, where: readonly Condition[]): string | undefined {
  const [own, source, target] = [edgeOtherwise(hop.edges, where), otherwise(from, hop.from), otherwise(to, hop.to)];
  if (own !== '') return `${nameOf(hop)} has ${own}`;
  if (target !== '') return `${hop.to.name} has ${target}`;
  return source === '' ? undefined : `${hop.from.name} has ${source}`;
}

/** How many of these steps have no end in common: the size of a largest matching (augmenting paths). */
function apart(hops: readonly Hop[]): number {
  const takenBy = new Map<Id, Id>();
  const targets = new Map<Id, Set<Id>>();
  for (const { from, to } of hops) targets.set(from.id, (targets.get(from.id) ?? new Set()).add(to.id));
  const place = (source: Id, seen: Set<Id>): boolean =>
    [...(targets.get(source) ?? [])].some((target) => {
      if (seen.has(target)) return false;
      seen.add(target);
      const holder = takenBy.get(target);
      if (holder !== undefined && !place(holder, seen)) return false;
      takenBy.set(target, source);
      return true;
    });
  return [...targets.keys()].filter((source) => place(source, new Set())).length;
}
