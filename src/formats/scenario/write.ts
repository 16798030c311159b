import type { Scenario } from '#practice/scenario.ts';
import { scenarioVersion } from './read.ts';

/** A scenario as the text of a `.caveat-scenario.json` file. */
export const writeScenario = (scenario: Scenario): string => `${JSON.stringify({ format: 'caveat-scenario', version: scenarioVersion, ...scenario }, null, 2)}\n`;
