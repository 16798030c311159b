import { nanoid } from 'nanoid';
import type { Diagram } from '#diagram/diagram.ts';
import { diffOf } from '#diagram/diff.ts';
import { fixAll } from '#rules/fix-all.ts';
import type { SafeFixes, SafeFixesRequest } from './safe-fixes.ts';

/** Runs the safe fixes to their fixed point beside the page: each is judged anew, which takes its time in a large diagram. */
addEventListener('message', ({ data }: MessageEvent<SafeFixesRequest>) => {
  const diagram: Diagram = data.diagram;
  const fixed = fixAll(diagram, () => nanoid(10), { today: data.today });
  const answer: SafeFixes = { diff: diffOf(diagram, fixed.diagram), titles: fixed.applied.map(({ title }) => title) };
  postMessage(answer);
});
