import { expect } from 'vitest';
import { acceptFinding, editAcceptance, withdrawAcceptance } from '#diagram/commands/accept-finding.ts';
import { sketch } from '#diagram/sketch.ts';
import { testCommand } from '../../support/test-command.ts';

const before = sketch('queue jobs\nboundary vpc [jobs]\naccept queue/* on vpc "Lost jobs are fine."');

testCommand([
  {
    when: 'a finding is accepted on a boundary until a day',
    before,
    step: (diagram) => acceptFinding(diagram, { rule: 'queue/no-retry', on: 'vpc', reason: ' Nobody waits. ', date: '2026-01-01', until: '2026-06-30' }),
    then: ({ suppressions }) => expect(suppressions.get('queue/no-retry@vpc')).toEqual({ id: 'queue/no-retry@vpc', rule: 'queue/no-retry', on: 'vpc', reason: 'Nobody waits.', date: '2026-01-01', until: '2026-06-30' }),
    label: 'Accept finding',
  },
  { when: 'it has no reason', before, step: (diagram) => acceptFinding(diagram, { rule: 'queue/no-retry', on: 'jobs', reason: '  ' }), then: null },
  {
    when: 'its reason is worded anew',
    before,
    step: (diagram) => editAcceptance(diagram, { id: 'queue/*@vpc', reason: 'A job is sent again every night.', until: '2026-06-30' }),
    then: ({ suppressions }) => expect(suppressions.get('queue/*@vpc')).toMatchObject({ reason: 'A job is sent again every night.', until: '2026-06-30' }),
    label: 'Edit acceptance',
  },
  { when: 'nothing is worded anew', before, step: (diagram) => editAcceptance(diagram, { id: 'queue/*@vpc', reason: 'Lost jobs are fine.' }), then: null },
  { when: 'there is none to word', before, step: (diagram) => editAcceptance(diagram, { id: 'queue/*@jobs', reason: 'Lost jobs are fine.' }), then: null },
  {
    when: 'an acceptance of a group on a boundary is withdrawn',
    before,
    step: (diagram) => withdrawAcceptance(diagram, { id: 'queue/*@vpc' }),
    then: ({ suppressions }) => expect(suppressions.size).toBe(0),
    label: 'Withdraw acceptance',
  },
]);
