import { graphOf } from '#graph/graph.ts';
import { createValidator, validate } from '#rules/validate.ts';
import { rules } from '#rules/rules.ts';
import { landscapeOf } from './landscape.ts';
const d = landscapeOf(2000);
for (let i=0;i<3;i++) validate({...d});
const t: [string, number][] = [];
for (const rule of rules) {
  if (rule.about === 'suppressed-record') continue;
  const dd = {...d}; const graph = graphOf(dd);
  const ctx = { diagram: dd, graph, today: undefined, option: (n: string) => rule.options?.[n]?.default ?? 0 };
  const s = performance.now();
  if (rule.about !== 'connection' && rule.about !== 'diagram') for (const c of dd.components.values()) if (!rule.kinds || rule.kinds.includes(c.kind as never)) (rule as any).check(c, ctx);
  if (rule.about === 'connection') for (const c of dd.connections.values()) if (graph.edge(c.id)) rule.check(c, ctx);
  if (rule.about === 'diagram') rule.check(dd, ctx);
  t.push([rule.id, performance.now() - s]);
}
t.sort((a,b)=>b[1]-a[1]);
for (const [id, ms] of t.slice(0, 14)) console.log(ms.toFixed(1), id);
console.log('all', t.reduce((s, [, m]) => s + m, 0));
void createValidator;
