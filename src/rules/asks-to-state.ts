import type { Finding } from './finding.ts';

/** Whether a finding only suggests to state something: that is neither right nor wrong. Rules call such a message `open` or `undeclared`. */
export const asksToState = ({ severity, messageId }: Finding): boolean => severity === 'suggestion' && (messageId === 'open' || messageId === 'undeclared');
