import { test } from 'vitest';
import { judging } from '#practice/facts/judging.ts';
import { judgeFact } from '#practice/facts.ts';
import { commonChecks } from '#practice/common-checks.ts';
import { references, reference } from '../support/references.ts';
test('x', () => {
  for (const name of references) {
    const d = reference(name);
    const j = judging(d, []);
    const dead = [...d.components.values()].filter((c) => !j.isLive(c)).map((c) => c.id);
    if (dead.length) console.log(name, 'dead', dead);
    for (const c of commonChecks) { const r = judgeFact(c.fact, j); if (r.verdict !== 'met') console.log(name, c.id, r); }
    for (const e of d.entities.keys()) {
      for (const f of [{ fact: 'conditional', entity: e }, { fact: 'async', entity: e }, { fact: 'cached', entity: e, hitRatio: 0.5 }, { fact: 'forgets', entity: e, withinDays: 30 }, { fact: 'survives-region', entity: e, access: 'write' }, { fact: 'repeatable', entity: e }, { fact: 'keyed', entity: e, to: { kind: 'external-system' } }, {fact:'push', entity: e}, {fact: 'kept-in', entity: e, in: {kind: 'core-database'}}, {fact: 'guarded', entity: e, by: {kind:'distributed-lock'}}, {fact:'direct', entity:e, access:'read'}, {fact:'hops', entity:e, access:'read', atMost: 4}] as const) {
        const r = judgeFact(f, j);
        console.log(name, e, f.fact, r.verdict, r.reason, r.fields.map((x) => x.record + '.' + x.property).join(' '));
      }
    }
  }
});
