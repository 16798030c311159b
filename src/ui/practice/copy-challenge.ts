import type { Scenario } from '#practice/scenario.ts';
import { challengeHash, type ChallengeSettings } from './challenge-link.ts';

/** Copies the link of an interview to the clipboard, and returns what to say about it. */
export async function copyChallenge(scenario: Scenario, settings: ChallengeSettings): Promise<string> {
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}${await challengeHash(scenario, settings)}`;
  try {
    await navigator.clipboard.writeText(link);
    return 'The link is copied. Whoever opens it gets this interview with these settings.';
  } catch {
    return `This browser does not let Caveat copy. This is the link: ${link}`;
  }
}
