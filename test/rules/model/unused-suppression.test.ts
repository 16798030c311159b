import { testRule } from '../../support/test-rule.ts';

const shop = 'service api\nqueue jobs "Jobs"\nworker w\napi -> jobs -> w';
const reason = '"Loss of a reminder is acceptable."';

testRule(
  { id: 'model/unused-suppression' },
  {
    today: '2026-11-24',
    fires: [
      { when: 'the rule says nothing there', sketch: `${shop}\naccept queue/no-consumer on jobs ${reason}`, primary: 'jobs', severity: 'suggestion', message: 'The suppression of "queue/no-consumer" on Jobs is no longer needed.', fixes: ['Remove the acceptance'] },
      { when: 'no rule of the group says anything there', sketch: `${shop}\naccept cache/* on jobs ${reason}` },
      { when: 'the rule does not exist', sketch: `${shop}\naccept queue/gone on jobs ${reason}` },
      { when: 'no member of the boundary needs it', sketch: `${shop}\nboundary vpc "VPC" [w]\naccept queue/missing-dead-letter-queue on vpc ${reason}`, primary: 'vpc' },
      { when: 'its record is gone', sketch: `${shop}\naccept queue/no-consumer on ghost ${reason}`, primary: 'diagram' },
      { when: 'two rules say nothing there', sketch: `${shop}\naccept queue/not-durable on jobs ${reason}\naccept queue/no-consumer on jobs ${reason}`, message: 'The suppression of "queue/no-consumer" on Jobs is no longer needed.', fixes: ['Remove the acceptances'] },
      { when: 'it has ended', sketch: `${shop}\naccept queue/missing-dead-letter-queue on jobs ${reason} { until: "2026-01-31" }`, message: 'The suppression of "queue/missing-dead-letter-queue" on Jobs ended on 2026-01-31.' },
    ],
    silent: [
      { when: 'it covers a finding', sketch: `${shop}\naccept queue/missing-dead-letter-queue on jobs ${reason}` },
      { when: 'its group covers a finding', sketch: `${shop}\naccept queue/* on jobs ${reason}` },
      { when: 'it covers a member of the boundary', sketch: `${shop}\nboundary vpc [jobs]\naccept queue/missing-dead-letter-queue on vpc ${reason}` },
      { when: 'it ends today', sketch: `${shop}\naccept queue/missing-dead-letter-queue on jobs ${reason} { until: "2026-11-24" }` },
      { when: 'the preset leaves the rule out', sketch: `${shop}\naccept model/duplicate-name on jobs ${reason}` },
      { when: 'the rule is off', sketch: `settings { lintConfig: { rules: { queue/no-consumer: off } } }\n${shop}\naccept queue/no-consumer on jobs ${reason}` },
    ],
  },
);
