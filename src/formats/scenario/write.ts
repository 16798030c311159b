import { scenarioVersion } from './read.ts';

/** A scenario, or what is to become one, as the text of a `.caveat-scenario.json` file. */
export const writeScenario = (scenario: object): string => `${JSON.stringify({ format: 'caveat-scenario', version: scenarioVersion, ...scenario }, null, 2)}\n`;
