import { expect, test } from 'vitest';
import { beginPractice } from '#diagram/commands/begin-practice.ts';
import { captureRequirement } from '#diagram/commands/capture-requirement.ts';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { removeEntity } from '#diagram/commands/entities.ts';
import { nameWeakness, unnameWeakness } from '#diagram/commands/name-weakness.ts';
import { duplicateRecords, pasteRecords } from '#diagram/commands/paste-records.ts';
import { standFor } from '#diagram/commands/stand-for.ts';
import { writeNotebook } from '#diagram/commands/write-notebook.ts';
import type { Diagram, Notebook } from '#diagram/diagram.ts';
import { applyDiff, diffOf } from '#diagram/diff.ts';
import { fragmentOf } from '#diagram/fragment.ts';
import { emptyHistory, record } from '#diagram/history.ts';
import { sketch } from '#diagram/sketch.ts';
import { readDiagram } from '#formats/json/read.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { createValidator } from '#rules/validate.ts';
import { at, countingIds, testCommand } from '../../support/test-command.ts';

const drawn = at(sketch('service api\ncore-database db\nentity link\napi -> db { dataFlows: [link] }\nsettings { dailyActiveUsers: 5, retentionDays: 30 }'), { api: [0, 0], db: [300, 0] });
const withPages = (pages: Omit<Notebook, 'scenario'> = {}): Diagram => ({ ...drawn, practice: { scenario: 'url-shortener', ...pages } });
const full = withPages({
  captured: ['shorten', 'redirect'],
  requirements: 'Codes stay valid.',
  standsFor: { mapping: 'link' },
  named: [{ rule: 'database/no-backup', on: 'db' }, { rule: 'cache/hot-key' }],
  unknown: { drawnWith: 'pencil' },
});

testCommand([
  { when: 'practice begins under the scenario\'s settings', before: drawn, step: (d) => beginPractice(d, { scenario: 'url-shortener', settings: { dailyActiveUsers: 1000, availabilityTarget: 0.999 } }), then: (d) => expect([d.practice, d.settings]).toEqual([{ scenario: 'url-shortener' }, { dailyActiveUsers: 1000, retentionDays: 30, availabilityTarget: 0.999 }]), label: 'Begin practice' },
  { when: 'the same scenario begins again: the notes stay', before: full, step: (d) => beginPractice(d, { scenario: 'url-shortener', settings: { dailyActiveUsers: 7 } }), then: (d) => expect(d.practice?.captured).toEqual(['shorten', 'redirect']) },
  { when: 'another scenario begins: the old notes go', before: full, step: (d) => beginPractice(d, { scenario: 'news-feed', settings: {} }), then: (d) => expect(d.practice).toEqual({ scenario: 'news-feed' }) },
  { when: 'a requirement is ticked', before: full, step: (d) => captureRequirement(d, { requirement: 'expire', captured: true }), then: (d) => expect(d.practice?.captured).toEqual(['shorten', 'redirect', 'expire']), label: 'Capture requirement' },
  { when: 'it is ticked already', before: full, step: (d) => captureRequirement(d, { requirement: 'shorten', captured: true }), then: null },
  { when: 'a tick is taken away', before: full, step: (d) => captureRequirement(d, { requirement: 'shorten', captured: false }), then: (d) => expect(d.practice?.captured).toEqual(['redirect']) },
  { when: 'the last tick is taken away', before: withPages({ captured: ['a'] }), step: (d) => captureRequirement(d, { requirement: 'a', captured: false }), then: (d) => expect(d.practice).toEqual({ scenario: 'url-shortener' }) },
  { when: 'a tick outside practice', before: drawn, step: (d) => captureRequirement(d, { requirement: 'a', captured: true }), then: null },
  { when: 'a page is written', before: withPages(), step: (d) => writeNotebook(d, { page: 'api', text: 'POST /links' }), then: (d) => expect(d.practice?.api).toBe('POST /links'), label: 'Write API' },
  { when: 'a page is emptied', before: full, step: (d) => writeNotebook(d, { page: 'requirements', text: '' }), then: (d) => expect(d.practice && Object.keys(d.practice)).not.toContain('requirements') },
  { when: 'writing outside practice', before: drawn, step: (d) => writeNotebook(d, { page: 'decisions', text: 'SQL' }), then: null },
  { when: 'an entity stands for the scenario\'s', before: withPages(), step: (d) => standFor(d, { scenarioEntity: 'mapping', entity: 'link' }), then: (d) => expect(d.practice?.standsFor).toEqual({ mapping: 'link' }) },
  { when: 'it no longer does', before: full, step: (d) => standFor(d, { scenarioEntity: 'mapping', entity: undefined }), then: (d) => expect(d.practice?.standsFor).toBeUndefined() },
  { when: 'an entity that is not there stands for nothing', before: withPages(), step: (d) => standFor(d, { scenarioEntity: 'mapping', entity: 'user' }), then: null },
  { when: 'an entity that is removed stands for nothing', before: full, step: (d) => removeEntity(d, { id: 'link' }), then: (d) => expect(d.practice?.standsFor).toBeUndefined() },
  { when: 'a weakness is named', before: full, step: (d) => nameWeakness(d, { rule: 'cache/hot-key', on: 'api' }), then: (d) => expect(d.practice?.named?.map(({ on }) => on)).toEqual(['db', undefined, 'api']), label: 'Name weakness' },
  { when: 'it was named already', before: full, step: (d) => nameWeakness(d, { rule: 'cache/hot-key' }), then: null },
  { when: 'a naming is taken back', before: full, step: (d) => unnameWeakness(d, { rule: 'database/no-backup', on: 'db' }), then: (d) => expect(d.practice?.named).toEqual([{ rule: 'cache/hot-key' }]) },
  { when: 'a naming goes with what it is about', before: full, step: (d) => deleteRecords(d, { ids: ['db'] }), then: (d) => expect(d.practice?.named).toEqual([{ rule: 'cache/hot-key' }]) },
  { when: 'what is pasted brings no notebook along', before: drawn, step: (d) => pasteRecords(d, { fragment: fragmentOf(full, ['api']), freshId: countingIds() }), then: (d) => expect([d.practice, d.components.size]).toEqual([undefined, 3]) },
  { when: 'a copy within leaves the notebook alone', before: full, step: (d) => duplicateRecords(d, { ids: ['api'], freshId: countingIds(), by: { x: 50, y: 50 } }), then: (d) => expect(d.practice).toBe(full.practice) },
]);

test('two people who tick and write different things both keep them', () => {
  const before = withPages({ captured: ['shorten'] });
  const mine = captureRequirement(before, { requirement: 'redirect', captured: true });
  const theirs = [captureRequirement(before, { requirement: 'expire', captured: true }), writeNotebook(before, { page: 'api', text: 'GET /{code}' }), captureRequirement(before, { requirement: 'shorten', captured: false })];
  const met = [mine, ...theirs].reduce((diagram, step) => (step ? applyDiff(diagram, step.diff) : diagram), before);
  expect(met.practice).toEqual({ scenario: 'url-shortener', captured: ['redirect', 'expire'], api: 'GET /{code}' });
});

test('a tick in a notebook that somebody else has closed is left out', () => {
  const step = captureRequirement(full, { requirement: 'expire', captured: true });
  expect(step && applyDiff(drawn, step.diff).practice).toBeUndefined();
});

test('typing is one step', () => {
  const typed = ['P', 'PO', 'POST'].reduce(
    ({ diagram, history }, text) => {
      const step = writeNotebook(diagram, { page: 'api', text, gesture: 'g' });
      return step ? { diagram: applyDiff(diagram, step.diff), history: record(history, step) } : { diagram, history };
    },
    { diagram: withPages(), history: emptyHistory },
  );
  expect([typed.history.done.length, typed.diagram.practice?.api]).toEqual([1, 'POST']);
});

test('writing in the notebook judges nothing again', () => {
  const judge = createValidator();
  const said = judge(drawn);
  expect(judge(full)).toBe(said);
  expect(judge({ ...full, practice: { scenario: 'news-feed' } })).toBe(said);
});

test('the file keeps the notebook with what it does not know, its lists in one order', () => {
  const read = readDiagram(writeDiagram(full));
  expect(read.ok && read.value.practice).toEqual({ ...full.practice, captured: ['redirect', 'shorten'], named: [{ rule: 'cache/hot-key' }, { rule: 'database/no-backup', on: 'db' }] });
  expect(read.ok && diffOf(full, read.value)).toEqual({});
});

test.each([
  { practice: {}, path: 'practice.scenario' },
  { practice: { scenario: 'a', captured: 'all' }, path: 'practice.captured' },
  { practice: { scenario: 'a', named: [{ on: 'db' }] }, path: 'practice.named.0.rule' },
  { practice: { scenario: 'a', standsFor: { link: 3 } }, path: 'practice.standsFor.link' },
])('a file is refused at $path', ({ practice, path }) => {
  const read = readDiagram(JSON.stringify({ format: 'caveat-diagram', version: 1, practice }));
  expect(read.ok ? [] : read.error.map((each) => each.path)).toEqual([path]);
});
