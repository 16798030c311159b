import { visibilityTimeoutTooShort } from '#rules/queue/visibility-timeout-too-short.ts';
import { testRule } from '../../support/test-rule.ts';

const jobs = (timeout: string, worker: string, more = ''): string => `service api\nqueue jobs "Jobs" { ${timeout} }\nworker w "Renderer" { ${worker} }\napi -> jobs -> w\n${more}`;
const thirty = 'visibilityTimeoutSeconds: 30';
const never = 'extendsVisibility: false';

testRule(visibilityTimeoutTooShort, {
  fires: [
    { when: 'a job takes longer', sketch: jobs(thirty, `processingP99Seconds: 90, ${never}`), primary: 'jobs', severity: 'error', message: 'Messages of Jobs reappear after 30 s while Renderer may need 90 s: they are processed twice.', related: ['w'], fixes: ['Hide messages for 9 min'] },
    { when: 'a job takes just as long', sketch: jobs(thirty, `processingP99Seconds: 30, ${never}`), severity: 'error' },
    { when: 'a job takes more than half of it', sketch: jobs(thirty, `processingP99Seconds: 16, ${never}`), severity: 'warning', message: /may need 16 s/ },
    { when: 'a job takes longer, and may extend', sketch: jobs(thirty, 'processingP99Seconds: 90'), severity: 'warning', message: 'Messages of Jobs reappear after 30 s, Renderer may need 90 s; the diagram does not say that it extends.' },
    { when: 'a job takes more than half of it, and may extend', sketch: jobs(thirty, 'processingP99Seconds: 16'), severity: 'suggestion' },
    { when: 'the worst of two decides', sketch: jobs(thirty, 'processingP99Seconds: 500', `worker v "Mailer" { processingP99Seconds: 40, ${never} }\njobs -> v`), severity: 'error', message: /Mailer may need 40 s/, related: ['w', 'v'], fixes: ['Hide messages for 50 min'] },
    { when: 'the slower of two equally bad decides', sketch: jobs(thirty, `processingP99Seconds: 40, ${never}`, `worker v "Mailer" { processingP99Seconds: 50, ${never} }\njobs -> v`), message: /Mailer may need 50 s/ },
    { when: 'twelve hours are the most', sketch: jobs(thirty, `processingP99Seconds: 21600, ${never}`), fixes: ['Hide messages for 12 h'] },
    { when: 'no timeout is long enough', sketch: jobs(thirty, `processingP99Seconds: 30000, ${never}`), fixes: [] },
    { when: 'messages are never hidden', sketch: jobs('visibilityTimeoutSeconds: 0', `processingP99Seconds: 1, ${never}`), severity: 'error' },
  ],
  silent: [
    { when: 'there is time enough', sketch: jobs('visibilityTimeoutSeconds: 360', `processingP99Seconds: 60, ${never}`) },
    { when: 'it is twice the time', sketch: jobs(thirty, `processingP99Seconds: 15, ${never}`) },
    { when: 'the consumer extends', sketch: jobs(thirty, 'processingP99Seconds: 90, extendsVisibility: true') },
    { when: 'only the slow one extends', sketch: jobs(thirty, 'processingP99Seconds: 90, extendsVisibility: true', `worker v { processingP99Seconds: 2, ${never} }\njobs -> v`) },
  ],
  notStated: [
    { when: 'the timeout is open', sketch: jobs('', 'processingP99Seconds: 90'), fields: ['visibilityTimeoutSeconds'] },
    { when: 'the time of a job is open', sketch: jobs(thirty, ''), fields: ['processingP99Seconds'] },
    { when: 'a service has no such field', sketch: `service api\nqueue jobs { ${thirty} }\nservice s\napi -> jobs\njobs -> s`, fields: [] },
    { when: 'the consumer extends anyway', sketch: jobs('', 'processingP99Seconds: 90, extendsVisibility: true'), fields: [] },
    { when: 'nothing is said', sketch: jobs('', ''), fields: [] },
  ],
});
