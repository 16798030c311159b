import { z } from 'zod';
import { failure, type Result, success } from '#base/result.ts';
import { readScenario } from '#formats/scenario/read.ts';
import { writeScenario } from '#formats/scenario/write.ts';
import { forEachPhase, type PhaseMinutes } from '#practice/interview/phases.ts';
import type { Scenario } from '#practice/scenario.ts';
import { scenarioOf } from '#practice/scenarios.ts';
import { mostMinutes, type WhenCurveball } from './InterviewOptions.tsx';

/** How an interview is to be held. */
export interface ChallengeSettings {
  readonly minutes: PhaseMinutes;
  readonly curveball: WhenCurveball;
}

/** What a link carries. */
export interface Challenge extends ChallengeSettings {
  readonly scenario: Scenario;
  /** It is somebody's own scenario, which the link holds whole. */
  readonly isOwn: boolean;
}

const minutes = z.int().min(1).max(mostMinutes);
const payloadSchema = z.strictObject({
  v: z.literal(1),
  /** The id of one of Caveat's own scenarios, or the text of somebody's file. */
  scenario: z.union([z.string(), z.strictObject({ file: z.string() })]),
  minutes: z.strictObject(forEachPhase(() => minutes)),
  curveball: z.enum(['asked', 'surprise', 'none']),
});

/** What the address of a link begins with, after the page's own. */
export const linkStart = '#practise=';

/** The longest packed and unpacked text that a link may hold, in characters: far more than a scenario needs. */
const [longestPacked, longestText] = [100_000, 1_000_000];

/** The part of an address after the page's own that carries a challenge. Caveat's scenarios travel as their id. */
export async function challengeHash(scenario: Scenario, settings: ChallengeSettings): Promise<string> {
  const named = scenarioOf(scenario.id) ? scenario.id : { file: writeScenario(scenario) };
  return `${linkStart}${await packed(JSON.stringify({ v: 1, scenario: named, minutes: settings.minutes, curveball: settings.curveball }))}`;
}

/** What such a part of an address carries, or a sentence that says why nothing can be read. */
export async function readChallenge(hash: string): Promise<Result<Challenge, string>> {
  const text = await unpacked(hash.slice(linkStart.length)).catch(() => undefined);
  if (text === undefined) return failure('This link cannot be read. It was probably cut off; ask for it again.');
  const payload = payloadSchema.safeParse(json(text));
  if (!payload.success) return failure('This link was not made by this version of Caveat. Load the page again, or ask for a new one.');
  const { scenario: named, minutes, curveball } = payload.data;
  if (typeof named === 'string') {
    const scenario = scenarioOf(named);
    return scenario ? success({ scenario, isOwn: false, minutes, curveball }) : failure(`This link asks for the interview “${named.slice(0, 60)}”, which this Caveat does not have.`);
  }
  const read = readScenario(named.file);
  return read.ok ? success({ scenario: read.value, isOwn: true, minutes, curveball }) : failure(`The scenario in this link cannot be used: ${read.error[0]?.message ?? ''}`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function packed(text: string): Promise<string> {
  const bytes = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Stops early where a short text would unpack to an endless one. */
async function unpacked(link: string): Promise<string> {
  if (link.length > longestPacked) throw new Error('Too long.');
  const bytes = Uint8Array.from(atob(link.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    if (text.length > longestText) throw new Error('Too long.');
  }
}
