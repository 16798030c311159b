import { memoByIdentity } from '#base/memo.ts';
import { connectionProperties } from '#catalog/connection.ts';
import { entityProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import { type Diagram, emptyDiagram, type Entity } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { profiles } from './profiles.ts';
import type { Design, Mutant, Scenario, ScenarioEntity } from './scenario.ts';

/**
 * A design of a scenario as a diagram: `sketch` with the profiles of `profiles.ts`, drawn onto the design that it is made
 * `from`, or onto the scenario's title, settings and entities. Throws where there is no such design, and where its text
 * cannot be read or states what its kinds do not know.
 */
export function designOf(scenario: Scenario, designId: string): Diagram {
  const design = scenario.designs.find(({ id }) => id === designId);
  if (!design) throw new Error(`${scenario.id} has no design ${designId}.`);
  return drawnIn(scenario)(design);
}

/** The design with this made worse; throws as `designOf` does. */
export function mutantOf(scenario: Scenario, mutant: Mutant, designId: string): Diagram {
  return draw(mutant.text, designOf(scenario, designId), `${scenario.id}, ${mutant.what}`);
}

const drawnIn = memoByIdentity((scenario: Scenario) =>
  memoByIdentity((design: Design): Diagram => draw(design.text, baseOf(scenario, design), `${scenario.id}, design ${design.id}`)),
);

function baseOf(scenario: Scenario, { id, from }: Design): Diagram {
  if (from !== undefined) {
    const names = scenario.designs.map((design) => design.id);
    if (names.indexOf(from) >= names.indexOf(id)) throw new Error(`${scenario.id}, design ${id}: ${from} must stand before it.`);
    return designOf(scenario, from);
  }
  const entities = new Map(scenario.entities.map((entity) => [entity.id, entityOf(entity)]));
  return { ...emptyDiagram, title: scenario.title, settings: scenario.settings, entities };
}

function entityOf({ alsoCalled: _alsoCalled, about: _about, ...entity }: ScenarioEntity): Entity {
  return entity;
}

/** A design with the changes of a text; throws where it cannot be read, or states what its kinds do not know. */
export function changedBy(text: string, base: Diagram): Diagram {
  const diagram = sketch(text, { base, profiles });
  assertKnown(diagram);
  return diagram;
}

function draw(text: string, base: Diagram, where: string): Diagram {
  try {
    return changedBy(text, base);
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Throws at a property that nobody declares, and at an entity that the scenario does not have. */
function assertKnown(diagram: Diagram): void {
  for (const { id, kind, properties } of diagram.components.values()) assertDeclared(id, properties, kindOf(kind)?.properties ?? {});
  for (const { id, name: _name, ...fields } of diagram.entities.values()) assertDeclared(id, fields, entityProperties);
  const { lintConfig: _lintConfig, ...settings } = diagram.settings;
  assertDeclared('The diagram', settings, settingsProperties);
  for (const { from, to, properties } of diagram.connections.values()) {
    assertDeclared(`${from} -> ${to}`, properties, connectionProperties);
    const unknown = properties.dataFlows?.find((entity) => !diagram.entities.has(entity));
    if (unknown !== undefined) throw new Error(`${from} -> ${to} carries ${unknown}, which is no entity.`);
  }
}

function assertDeclared(owner: string, properties: object, declared: object): void {
  const unknown = Object.keys(properties).find((name) => !Object.hasOwn(declared, name));
  if (unknown !== undefined) throw new Error(`${owner} has no property ${unknown}.`);
}
