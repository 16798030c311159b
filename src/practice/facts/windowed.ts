import type { Truth } from '#base/truth.ts';
import type { Id } from '#diagram/diagram.ts';
import { isWindowed, windowsOf } from '#rules/stream/windows.ts';
import { isCompute } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, componentsOf, listed } from './judging.ts';

/** Events are counted in windows by whoever takes them from a stream; the stream or the consumer says which. */
export const windowed = defineFact('windowed', 'A consumer takes an entity from a stream and gathers it in windows; the consumer or the stream says so.', { entity }, ({ entity: id }, judging): Judgement => {
  const { graph } = judging;
  const name = judging.entityName(id);
  const taken = componentsOf(judging)
    .filter(({ kind }) => kind === 'stream')
    .flatMap((stream) => windowsOf(graph, stream).flatMap((window) => graph.out(stream.id).filter((edge) => edge.interaction === 'consume' && isCompute(edge.to) && edge.to.id === window.consumer?.id).map((edge) => ({ edge, window, carried: judging.carries(edge, id) }))))
    .filter(({ carried }) => carried !== false)
    .map((each) => ({ ...each, gathers: gathers(each.window) }));
  const witness = (list: typeof taken): readonly Id[] => list.flatMap(({ edge }) => [edge.from.id, edge.id, edge.to.id]);
  const words = (list: typeof taken): string => listed(list.map(({ edge }) => edge.to.name));
  const fitting = taken.filter(({ carried, gathers: truth }) => carried === true && truth === true);
  if (fitting.length > 0) return met(`${words(fitting)} gathers ${name} in windows.`, witness(fitting));
  const open = taken.filter(({ gathers: truth }) => truth !== false);
  if (open.length > 0) return cannotTell(`Whether ${words(open)} gathers ${name} in windows is not stated.`, [...carriedBy(open.map(({ edge }) => edge)), ...open.filter(({ gathers: truth }) => truth === undefined).map(({ edge }) => ({ record: edge.to.id, property: 'streamProcessing' }))], witness(open));
  return notMet(taken.length > 0 ? `${words(taken)} takes each ${name} by itself, without windows.` : `Nobody takes ${name} from a stream.`, witness(taken));
});

/** A stream without windows of its own says nothing of what its consumers do. */
function gathers(window: ReturnType<typeof windowsOf>[number]): Truth {
  if (isWindowed(window)) return true;
  return window.consumer?.properties.streamProcessing?.windowing === undefined ? undefined : false;
}
