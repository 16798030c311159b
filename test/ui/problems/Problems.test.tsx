import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { createEditor } from '#editor/editor.ts';
import type { Hush } from '#practice/interview/phases.ts';
import { validate } from '#rules/validate.ts';
import { EditorContext } from '#ui/parts/editor-context.tsx';
import { Problems } from '#ui/problems/Problems.tsx';
import { countingIds } from '../../support/test-command.ts';

test('a quiet judge says why, and counts nothing; the reveal shows all', async () => {
  const editor = createEditor(countingIds());
  const diagram = sketch('client web\napi-gateway gateway\nweb -> gateway');
  editor.open(diagram);
  editor.setReport(validate(diagram));
  render(
    <EditorContext value={editor}>
      <Problems isOpen onToggle={() => undefined} today={() => '2026-01-02'} />
    </EditorContext>,
  );
  const hushed = (hush: Hush): void => act(() => editor.setHush(hush));
  hushed('nothing');
  expect(screen.getByText('The interviewer keeps quiet until you draw the design.')).toBeDefined();
  expect(screen.getByTitle('0 errors')).toBeDefined();
  hushed('structure');
  expect(screen.getByText(/Only that is judged until the deep dives/)).toBeDefined();
  hushed('everything');
  expect(await screen.findByRole('list', { name: 'Findings' })).toBeDefined();
  expect(screen.queryByTitle('0 errors')).toBeNull();
});
