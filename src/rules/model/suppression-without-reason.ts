import { inOrder } from '../acceptance.ts';
import { displayName } from '../display-name.ts';
import { fail, pass, suppressionRule } from '../rule.ts';

const shortest = 10;

/** A finding was accepted without saying why. */
export const suppressionWithoutReason = suppressionRule({
  id: 'model/suppression-without-reason',
  severity: 'warning',
  category: 'operability',
  reach: 'diagram',
  messages: { unexplained: { text: '"{rule}" is suppressed on {element} without a reason.' } },
  docs: {
    what: 'An acceptance has no reason, or one that says nothing.',
    why: 'An accepted risk without a reason is an unknown risk.',
    fix: 'Write why it is acceptable here.',
    silentWhen: ['The reason has ten characters or more.'],
    sources: ['ESLint, Checkov and Threagile all ask for a reason.'],
    question: 'Why is this acceptable?',
  },
  examples: {
    bad: 'service api\nqueue jobs\nworker mailer\napi -> jobs -> mailer\naccept queue/missing-dead-letter-queue on jobs "ok"',
    good: 'service api\nqueue jobs\nworker mailer\napi -> jobs -> mailer\naccept queue/missing-dead-letter-queue on jobs "Loss of view counts is acceptable."',
  },
  check(subject, { diagram }) {
    const id = 'id' in subject ? subject.id : 'diagram';
    const bare = inOrder(diagram.suppressions).find(({ on, reason }) => on === id && reason.trim().length < shortest);
    return bare ? fail('unexplained', { data: { rule: bare.rule, element: displayName(diagram, id) } }) : pass;
  },
});
