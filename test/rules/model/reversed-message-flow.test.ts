import { reversedMessageFlow } from '#rules/model/reversed-message-flow.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(reversedMessageFlow, {
  fires: [
    { when: 'a consumer points at its queue', sketch: 'worker mailer "Mailer"\nqueue jobs "Jobs"\nmailer -> jobs { interaction: consume }', severity: 'warning', message: 'Messages flow from Jobs to Mailer; the arrow is drawn the other way round.', fixes: ['Reverse the arrow'] },
    { when: 'a queue publishes to the job that feeds it', sketch: 'queue jobs\nscheduled-job nightly\njobs -> nightly { interaction: publish }', fixes: ['Reverse the arrow'] },
    { when: 'a queue publishes to its worker', sketch: 'queue jobs\nworker w\njobs -> w { interaction: publish }', fixes: ['Reverse the arrow', 'Change publish to consume'] },
    { when: 'nothing is stated and only the reverse makes sense', sketch: 'queue jobs\nclient web\njobs -> web', fixes: ['Reverse the arrow'] },
  ],
  silent: [
    { when: 'a queue is consumed', sketch: 'queue jobs\nworker w\njobs -> w' },
    { when: 'a stream mirrors a stream', sketch: 'stream a\nstream b\na -> b { interaction: consume }' },
    { when: 'a worker produces', sketch: 'worker w\nqueue jobs\nw -> jobs { interaction: publish }' },
    { when: 'an end is gone', sketch: 'queue jobs\njobs -> gone { interaction: publish }' },
  ],
});
