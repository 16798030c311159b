import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { badgesOf } from '#editor/badges.ts';
import { createEditor, type Editor } from '#editor/editor.ts';
import { shownFindings } from '#editor/problem-groups.ts';
import { offersFixes, quietNotes } from '#editor/quiet.ts';
import type { Hush } from '#practice/interview/phases.ts';
import { createJudge, type Judged } from '#rules/drawing-alone.ts';
import { countingIds } from '../support/test-command.ts';

/** An error in the structure, and another in what is stated. */
const diagram = sketch('client web\nservice api\nqueue jobs\nqueue other { ordering: fifo-partitioned }\nworker w\nweb -> api -> jobs\napi -> other -> w\naccept cache/hot-key on jobs "We know."');

function judged(): Judged {
  const running = createJudge()(diagram, { structure: true });
  for (;;) {
    const step = running.next();
    if (step.done) return step.value;
  }
}

function quiet(hush: Hush): Editor {
  const editor = createEditor(countingIds());
  const { report, structure } = judged();
  editor.open(diagram);
  editor.setReport(report, structure);
  editor.openFinding('queue/no-consumer@jobs');
  editor.setHush(hush);
  return editor;
}

const shown = (editor: Editor) => {
  const { report, problems } = editor.store.getState();
  return { findings: shownFindings(report, diagram, problems).map(({ rule }) => rule), badges: badgesOf(report).size, questions: report.questions.length };
};

test('nothing is shown: no finding, no badge, no question', () => {
  expect(shown(quiet('nothing'))).toEqual({ findings: [], badges: 0, questions: 0 });
});

test('the structure is shown, and what is stated or missing is not', () => {
  const { findings, questions } = shown(quiet('structure'));
  expect([findings.includes('queue/no-consumer'), questions]).toEqual([true, 0]);
  expect(findings.length).toBeLessThan(shown(quiet('everything')).findings.length);
});

test('with properties it asks for what is not stated, and keeps its objections to what is', () => {
  const [structure, properties, everything] = [quiet('structure'), quiet('properties'), quiet('everything')].map(shown);
  expect(properties?.findings).toEqual(structure?.findings);
  expect([properties?.questions, (properties?.questions ?? 0) > 0]).toEqual([everything?.questions, true]);
});

test.each(['nothing', 'structure', 'properties'] as const)('while it says %s the whole report is there for grading, and comes back with the reveal', (hush) => {
  const editor = quiet(hush);
  const { wholeReport } = editor.store.getState();
  expect(wholeReport).toEqual(judged().report);
  editor.setHush('everything');
  expect(editor.store.getState().report).toBe(wholeReport);
});

test('a report that comes while it is quiet stays quiet, also before the drawing was judged', () => {
  for (const hush of ['nothing', 'structure', 'properties'] as const) {
    const editor = quiet(hush);
    editor.setReport(judged().report);
    expect(shown(editor).findings).toEqual([]);
  }
});

test('what was open is closed, and another diagram is judged aloud', () => {
  const editor = quiet('nothing');
  expect(editor.store.getState().openFinding).toBeUndefined();
  editor.open(sketch('service api'));
  expect(editor.store.getState().hush).toBe('everything');
});

test('silence is explained, speech is not', () => {
  expect(Object.entries(quietNotes).filter(([, note]) => note === undefined)).toEqual([['everything', undefined]]);
});

test.each([
  [undefined, true],
  ['easy', true],
  ['medium', false],
  ['hard', false],
] as const)('ways out are offered in a repair of the difficulty %s: %s', (difficulty, isOffered) => {
  expect(offersFixes({ drill: difficulty && { task: { recipe: { difficulty } } } })).toBe(isOffered);
});
