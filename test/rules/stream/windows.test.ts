import { expect, test } from 'vitest';
import { applyDiff } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { fixesOf } from '#rules/fixes.ts';
import { validate } from '#rules/validate.ts';
import { freshIds } from '../../support/test-rule.ts';

const usage = (stream: string, worker: string): Diagram => sketch(`service api\nstream usage { ${stream} }\nworker billing { streamProcessing: { ${worker} } }\napi -> usage -> billing`);

function fixed(diagram: Diagram, rule: string): Diagram {
  const finding = validate(diagram).findings.find((each) => each.rule === rule);
  const step = finding && fixesOf(finding, diagram)[0]?.apply(diagram, freshIds());
  return step ? applyDiff(diagram, step.diff) : diagram;
}

const eventTime = 'stream/window-without-event-time';
const lateness = 'stream/window-without-lateness';

test('a fix keeps what else a consumer states of its windows', () => {
  const { components } = fixed(usage('', 'windowing: tumbling, windowSizeSeconds: 60, timeSemantics: processing-time'), eventTime);
  expect(components.get('billing')?.properties.streamProcessing).toEqual({ windowing: 'tumbling', windowSizeSeconds: 60, timeSemantics: 'event-time', watermarkDelaySeconds: 5 });
  expect(components.get('usage')?.properties).toEqual({});
});

test('a stated watermark stays', () => {
  const { components } = fixed(usage('windowing: tumbling, watermarkDelaySeconds: 30', 'allowedLatenessSeconds: 60'), eventTime);
  expect(components.get('usage')?.properties).toEqual({ windowing: 'tumbling', timeSemantics: 'event-time', watermarkDelaySeconds: 30 });
  expect(components.get('billing')?.properties.streamProcessing).toEqual({ allowedLatenessSeconds: 60 });
});

test('the clock of a consumer is set where it is stated, though the stream has the windows', () => {
  const { components } = fixed(usage('windowing: tumbling', 'timeSemantics: processing-time'), eventTime);
  expect(components.get('billing')?.properties.streamProcessing).toEqual({ timeSemantics: 'event-time' });
  expect(components.get('usage')?.properties).toEqual({ windowing: 'tumbling', watermarkDelaySeconds: 5 });
});

test('lateness is that of one window, and later events are collected', () => {
  const { components } = fixed(usage('', 'windowing: tumbling, windowSizeSeconds: 90, timeSemantics: event-time, lateEventPolicy: drop'), lateness);
  expect(components.get('billing')?.properties.streamProcessing).toEqual({ windowing: 'tumbling', windowSizeSeconds: 90, timeSemantics: 'event-time', lateEventPolicy: 'side-output', allowedLatenessSeconds: 90 });
});

test('evidence names the record that states it', () => {
  const [finding] = validate(usage('windowing: tumbling', 'timeSemantics: processing-time')).findings.filter(({ rule }) => rule === eventTime);
  expect(finding?.evidence).toEqual([
    { record: 'usage', property: 'windowing', value: 'tumbling' },
    { record: 'billing', property: 'streamProcessing', value: { timeSemantics: 'processing-time' } },
  ]);
});
