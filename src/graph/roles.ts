import { byId } from '#base/order.ts';
import type { Trait } from '#catalog/kind.ts';
import { type KindId, kindOf } from '#catalog/kinds.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Graph } from './graph.ts';

const hasTrait = (component: Component, trait: Trait): boolean => kindOf(component.kind)?.traits.includes(trait) ?? false;

/** Service, worker or scheduled job: runs the product's own code. */
export const isCompute = (component: Component): boolean => hasTrait(component, 'compute');
/** API gateway or load balancer: hands requests on. */
export const isProxy = (component: Component): boolean => hasTrait(component, 'proxy');
export const isStore = (component: Component): boolean => hasTrait(component, 'store');
export const isDurableStore = (component: Component): boolean => hasTrait(component, 'durable-store');
export const isBroker = (component: Component): boolean => hasTrait(component, 'broker');

/** Somebody else's system: rules about its inside are silent. An external system is out of scope by nature. */
export const isInScope = (component: Component): boolean => component.properties.inScope !== false && !hasTrait(component, 'external');

/** A client that does not say it is trusted, or an external system. */
export const isUntrusted = (component: Component): boolean => (component.kind === 'client' ? component.properties.trusted !== true : hasTrait(component, 'external'));

/** Whether a client belongs to the house: internal by type, or trusted. */
export const isInternalClient = (component: Component): boolean => component.kind === 'client' && (component.properties.clientType === 'internal' || component.properties.trusted === true);

/** Whether work starts here: a client, a scheduled job, an external system that calls or publishes. */
export function isEntry(graph: Graph, component: Component): boolean {
  if (hasTrait(component, 'entry')) return true;
  return hasTrait(component, 'external') && graph.out(component.id).some(({ interaction }) => interaction === 'request' || interaction === 'publish');
}

/** The components of a kind, in the order of their ids. */
export const ofKind = ({ diagram }: Graph, kind: KindId): readonly Component[] => [...diagram.components.values()].filter((component) => component.kind === kind).sort(byId);

/** The clients that use the system: those that an arrow joins with it. */
export const users = (graph: Graph): readonly Component[] => ofKind(graph, 'client').filter(({ id }) => graph.out(id).length + graph.into(id).length > 0);

/** Whether the diagram's traffic is small or comes from the house only: single copies are then a question, not a warning. */
export function isModest(graph: Graph): boolean {
  const target = graph.diagram.settings.availabilityTarget;
  if (target !== undefined && target <= 0.99) return true;
  const clients = users(graph);
  return clients.length > 0 && clients.every(isInternalClient);
}
