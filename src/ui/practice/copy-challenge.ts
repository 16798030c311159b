import type { Scenario } from '#practice/scenario.ts';
import { notify } from '#ui/parts/notify.ts';
import { challengeHash, type ChallengeSettings } from './challenge-link.ts';

/** Copies the link of an interview to the clipboard, and says so. */
export async function copyChallenge(scenario: Scenario, settings: ChallengeSettings): Promise<void> {
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}${await challengeHash(scenario, settings)}`;
  try {
    await navigator.clipboard.writeText(link);
    notify('The link is copied. Whoever opens it gets this interview with these settings.');
  } catch {
    notify(`This browser does not let Caveat copy. This is the link: ${link}`, 'problem');
  }
}
