/** What can be asked for while an interview is held. */
export type InterviewRequest = 'start' | 'pause' | 'next-phase' | 'hint' | 'take-hint' | 'question' | 'curveball' | 'answered' | 'reveal' | 'end';

const listeners = new Set<(request: InterviewRequest) => void>();

/** Asks for something in the interview that is held; nothing happens where none is. */
export function requestInInterview(request: InterviewRequest): void {
  for (const listener of listeners) listener(request);
}

/** Hears every request; returns what stops it. */
export function onInterviewRequest(listener: (request: InterviewRequest) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
