import { flowOf } from '#estimate/flow.ts';
import { z } from 'zod';
import { type Amount, certain, type Rate, sum, total } from '#estimate/rate.ts';
import { quantity } from '#catalog/wording.ts';
import type { DecidingField } from '../judgement.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { callsFromOutside } from './callers.ts';
import { defineFact } from './fact.ts';
import { type Judging, whoDo } from './judging.ts';

/** What is lost in a fraction of reads that was rounded is no difference. */
const almost = 0.999;

/** Calls from outside whose rate is not stated. */
export const openLoad = (judging: Judging): readonly DecidingField[] =>
  callsFromOutside(judging.graph)
    .filter((edge) => certain(total(flowOf(judging.graph).along(edge))) === undefined)
    .map(({ id }) => ({ record: id, property: 'peakRps' }));

/** The design is drawn for the load that was asked for: what the calls from outside add up to. */
export const clientLoad = defineFact(
  'load',
  'The calls of clients, and of others that call in, add up to at least so many per second at peak: all, or only reads or writes.',
  { atLeast: z.number('must be a number').positive('must be above 0'), access: z.enum(['read', 'write'], 'must be read or write').optional() },
  ({ atLeast, access }, judging): Judgement => {
    const edges = callsFromOutside(judging.graph);
    const rates = edges.map((edge) => flowOf(judging.graph).along(edge));
    const part = (rate: Rate): Amount => (access === undefined ? total(rate) : access === 'read' ? rate.reads : rate.writes);
    const least = certain(sum(...rates.map(part)));
    const most = certain(sum(...rates.map((rate) => (access === undefined ? total(rate) : sum(part(rate), rate.unclassified)))));
    const amount = least !== undefined && (least === most || least >= atLeast * almost) ? least : undefined;
    const witness = edges.flatMap(({ from, id }) => [from.id, id]);
    const counted = (rate: number): string => `${quantity(rate < 10 ? rate : Math.round(rate), undefined)} ${access === undefined ? 'calls' : `${access}s`}/s`;
    const wanted = `${counted(atLeast)} were asked for`;
    const callers = (one: string, many: string): string => whoDo(edges.map(({ from }) => from.name), one, many);
    if (edges.length === 0) return notMet(`Nobody calls in yet; ${wanted}.`);
    if (amount === undefined && most !== undefined && most < atLeast * almost) return notMet(`${callers('brings', 'bring')} ${counted(most)} at most; ${wanted}.`, witness);
    if (amount === undefined) return cannotTell(`How much ${callers('brings', 'bring')} at peak is not stated; ${wanted}.`, [...openLoad(judging), ...edges.filter(({ connection }) => connection.properties.access === undefined).map(({ id }) => ({ record: id, property: 'access' })), ...edges.filter(({ connection: { properties } }) => properties.access === 'read-write' && properties.readFraction === undefined).map(({ id }) => ({ record: id, property: 'readFraction' }))]);
    return amount >= atLeast * almost ? met(`${callers('brings', 'bring')} ${counted(amount)} at peak.`, witness) : notMet(`${callers('brings', 'bring')} ${counted(amount)} at peak; ${wanted}.`, witness);
  },
);
