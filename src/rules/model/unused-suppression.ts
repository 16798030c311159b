import type { Diagram, Id, Suppression } from '#diagram/diagram.ts';
import { covers, inOrder, isOver, names } from '../acceptance.ts';
import { isLeftOut } from '../configuration.ts';
import { displayName } from '../display-name.ts';
import type { Finding } from '../finding.ts';
import { fix } from '../fixing.ts';
import { fail, type Fix, pass, type Rule, suppressionRule } from '../rule.ts';

/** An acceptance matches nothing any more, or has run out. `others` are the rules that it may speak of. */
export const unusedSuppression = (others: readonly Rule[]) =>
  suppressionRule({
    id: 'model/unused-suppression',
    severity: 'suggestion',
    category: 'operability',
    reach: 'diagram',
    messages: {
      unused: { text: 'The suppression of "{rule}" on {element} is no longer needed.' },
      over: { text: 'The suppression of "{rule}" on {element} ended on {until}.' },
    },
    docs: {
      what: 'A finding was accepted here, and it is not raised any more.',
      why: 'Stale acceptances hide the problems of tomorrow.',
      fix: 'Remove it.',
      silentWhen: ['The rule is switched off, or the preset leaves it out.'],
      sources: ['ESLint, unused disable directives.'],
      question: 'Is this still accepted?',
    },
    examples: {
      bad: 'client web\nservice api\nweb -> api\naccept queue/missing-dead-letter-queue on api "It was a queue before."',
      good: 'service api\nqueue jobs\nworker mailer\napi -> jobs -> mailer\naccept queue/missing-dead-letter-queue on jobs "Loss of view counts is acceptable."',
    },
    check(subject, { diagram, findings, today }) {
      const stale = staleOn(diagram, 'id' in subject ? subject.id : undefined, findings, others, today);
      const [first] = stale;
      if (!first) return pass;
      const data = { rule: first.rule, element: displayName(diagram, first.on), all: stale.map(({ rule }) => rule).join(' ') };
      return isOver(first, today) ? fail('over', { data: { ...data, until: first.until ?? '' } }) : fail('unused', { data });
    },
    fixes({ primary, data }): readonly Fix[] {
      const stale = String(data['all']).split(' ');
      return [
        fix(stale.length > 1 ? 'Remove the acceptances' : 'Remove the acceptance', 'auto', (diagram) => ({
          ...diagram,
          suppressions: new Map([...diagram.suppressions].filter(([, { rule, on }]) => !(stale.includes(rule) && (on === primary || !isPresent(diagram, on))))),
        })),
      ];
    },
  });

const isPresent = (diagram: Diagram, id: Id): boolean => diagram.components.has(id) || diagram.connections.has(id) || diagram.boundaries.has(id);

/** Acceptances on a record (on none that is left, for undefined) that nothing needs. */
function staleOn(diagram: Diagram, id: Id | undefined, findings: readonly Finding[], others: readonly Rule[], today: string | undefined): readonly Suppression[] {
  const config = diagram.settings.lintConfig ?? {};
  return inOrder(diagram.suppressions).filter((suppression) => {
    if (id === undefined ? isPresent(diagram, suppression.on) : suppression.on !== id) return false;
    const named = others.filter((rule) => names(suppression, rule.id));
    if (named.length > 0 && named.every((rule) => isLeftOut(rule, config))) return false;
    return isOver(suppression, today) || !findings.some((finding) => covers(diagram, suppression, finding));
  });
}
