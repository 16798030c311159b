import { useEffect, useState } from 'react';
import type { Editor } from '#editor/editor.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { applyCurveball, chooseCurveball } from '#practice/deal-curveball.ts';
import { nextQuestion } from '#practice/interview/next-question.ts';
import { nextPhase, phases, usualMinutes } from '#practice/interview/phases.ts';
import { happened, progressOf } from '#practice/interview/progress.ts';
import { type SessionEvent, startSession } from '#practice/interview/session.ts';
import type { Scenario } from '#practice/scenario.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { type InterviewRequest, onInterviewRequest } from '#ui/parts/interview-requests.ts';

/** What the interviewer has just said over the canvas. */
export type Said =
  /** What the next hint would cost. */
  | { readonly type: 'hint-offer' }
  | { readonly type: 'hint'; readonly hint: number }
  | { readonly type: 'question'; readonly key: string }
  | { readonly type: 'remark'; readonly text: string };

/** How an interview may be ended by the user. */
export type End = 'reveal' | 'end';

interface Interviewer {
  readonly said: Said | undefined;
  say(said: Said | undefined): void;
  /** The user has asked for the end, and is asked once more. */
  readonly asksToEnd: End | undefined;
  setAsksToEnd(end: End | undefined): void;
}

/** Answers what is asked for in the interview, wherever it was asked. */
export function useInterviewer(scenario: Scenario | undefined): Interviewer {
  const editor = useEditor();
  const [said, say] = useState<Said>();
  const [asksToEnd, setAsksToEnd] = useState<End>();
  useEffect(
    () =>
      onInterviewRequest((request) => {
        if (!scenario) return;
        if (request === 'reveal' || request === 'end') setAsksToEnd(request);
        else {
          const answer = answerTo(editor, scenario, request);
          if (answer !== 'nothing') say(answer);
        }
      }),
    [editor, scenario],
  );
  return { said, say, asksToEnd, setAsksToEnd };
}

/** Lets something happen in the interview now; false where it cannot. */
export function happen(editor: Editor, event: DistributiveOmit<SessionEvent, 'at'>): boolean {
  const { interview } = editor.store.getState();
  if (!interview) return false;
  const next = happened(interview, { ...event, at: Date.now() });
  if (next === interview) return false;
  editor.setInterview(next);
  return true;
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** Does what was asked for. Returns what the interviewer says from now on; `nothing` leaves what was said before. */
function answerTo(editor: Editor, scenario: Scenario, request: Exclude<InterviewRequest, End>): Said | undefined | 'nothing' {
  const { interview, diagram, wholeReport } = editor.store.getState();
  if (!interview) {
    if (request === 'start') editor.setInterview(startSession(scenario.id, { minutes: usualMinutes }, Date.now()));
    return 'nothing';
  }
  const { status, phase, hints, asked, curveball, settings } = progressOf(interview, Date.now());
  if (status === 'paused' && request !== 'pause') return { type: 'remark', text: 'The interview is paused. Resume it first.' };
  const untaken = scenario.hints.findIndex((_, index) => !hints.includes(index));
  switch (request) {
    case 'start':
      return 'nothing';
    case 'pause':
      happen(editor, { type: status === 'paused' ? 'resumed' : 'paused' });
      return undefined;
    case 'next-phase': {
      const next = nextPhase(phase);
      if (next === undefined) return { type: 'remark', text: `${phases[phase].title} is the last phase. When you have named what is weak, reveal.` };
      happen(editor, { type: 'phase-entered', phase: next });
      return undefined;
    }
    case 'hint':
      return untaken === -1 ? { type: 'remark', text: 'You have had every hint. They are in the side panel.' } : { type: 'hint-offer' };
    case 'take-hint':
      return untaken !== -1 && happen(editor, { type: 'hint-taken', hint: untaken }) ? { type: 'hint', hint: untaken } : 'nothing';
    case 'question': {
      const question = nextQuestion(diagram, wholeReport, asked);
      if (!question) return { type: 'remark', text: diagram.components.size === 0 ? 'I ask about what you draw. Draw the first components.' : 'I have nothing more to ask. What would you improve next?' };
      happen(editor, { type: 'question-asked', key: question.key });
      editor.highlight([question.record]);
      editor.view({ type: 'reveal', ids: [question.record] });
      return { type: 'question', key: question.key };
    }
    case 'curveball':
      if (curveball || settings.withoutCurveball || scenario.curveballs.length === 0) return { type: 'remark', text: curveball ? 'The requirements change once only. That has happened.' : 'The requirements stay as they are in this interview.' };
      deal(editor, scenario);
      return undefined;
    case 'answered':
      happen(editor, { type: 'curveball-answered', design: writeDiagram(editor.store.getState().diagram) });
      return undefined;
  }
}

/** Changes the requirements: what hurts this design most. Its load is one step that can be undone. */
function deal(editor: Editor, scenario: Scenario): void {
  const { diagram } = editor.store.getState();
  const curveball = chooseCurveball(scenario, diagram, Math.floor(Math.random() * 2 ** 31));
  if (!curveball || !happen(editor, { type: 'curveball-dealt', curveball: curveball.id, before: writeDiagram(diagram) })) return;
  editor.dispatch(applyCurveball(diagram, curveball));
}
