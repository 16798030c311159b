import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { streamProcessing } from '#catalog/stream-processing.ts';
import { FieldControl } from '#ui/inspector/FieldControl.tsx';

afterEach(cleanup);

function draw(value: unknown) {
  const onChange = vi.fn();
  render(
    <FieldControl
      name="streamProcessing"
      property={streamProcessing}
      common={{ isMixed: false, value }}
      origin={undefined}
      isEstimate={false}
      isAsked={false}
      products={[]}
      gesture="g"
      id="windows"
      describedBy="help"
      onChange={onChange}
    />,
  );
  return onChange;
}

test('a structure has a control for each of its fields', () => {
  draw(undefined);
  expect(screen.getByRole('group', { name: 'Stream processing' }).querySelectorAll('label')).toHaveLength(Object.keys(streamProcessing.fields).length);
});

test('one field is stated beside the others', () => {
  const onChange = draw({ windowBy: 'time' });
  fireEvent.change(screen.getByLabelText('Windowing'), { target: { value: 'tumbling' } });
  expect(onChange).toHaveBeenCalledWith({ windowBy: 'time', windowing: 'tumbling' }, undefined);
});

test('the last field takes the structure with it', () => {
  const onChange = draw({ windowing: 'tumbling' });
  fireEvent.change(screen.getByLabelText('Windowing'), { target: { value: '' } });
  expect(onChange).toHaveBeenCalledWith(undefined, undefined);
});
