import { undeclaredKeyProperties } from '#catalog/key-properties.ts';
import { kindOf } from '#catalog/kinds.ts';
import { presetsOf } from '#catalog/presets.ts';
import { inSentence } from '#catalog/wording.ts';
import { applyPreset } from '#diagram/commands/apply-preset.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';

/** Key properties of a component are open, so that checks about it cannot decide. */
export const undeclaredKeyPropertiesRule = componentRule({
  id: 'model/undeclared-key-properties',
  severity: 'suggestion',
  category: 'completeness',
  reach: 'neighbours',
  messages: { open: { text: '{name}: declare {fields} so that the checks can decide.' } },
  docs: {
    what: 'Some of the properties that matter most for this kind are not stated.',
    why: 'Not stated is not wrong. But an interviewer will ask exactly these.',
    fix: 'Fill them in, or apply the preset of a product.',
    silentWhen: ['The component is not connected.', 'The component is somebody else\'s.', 'A managed service answers for its own copies.'],
    sources: ['The caveats of each kind.'],
    question: 'What does this component promise?',
    answer: '“It delivers at least once, keeps order for each key, and holds messages for four days.” The promises that decide the design, in numbers where there are some.',
  },
  examples: { bad: 'service api { stateless: true, instances: 3 }\nqueue jobs\napi -> jobs', good: 'client web { clientType: web }\nservice api { stateless: true, instances: 3 }\nweb -> api' },
  check({ id, kind, name, properties }) {
    const open = undeclaredKeyProperties(kind, properties);
    if (open.length === 0) return pass;
    const labels = open.map((property) => inSentence(kindOf(kind)?.properties[property]?.label ?? property));
    return fail('open', { data: { name, fields: listed(labels, 4) }, evidence: open.map((property) => ({ record: id, property, value: undefined })) });
  },
  fixes({ primary }, { diagram }): readonly Fix[] {
    const component = diagram.components.get(primary);
    const declared = kindOf(component?.kind ?? '');
    const presets = declared ? presetsOf(declared, component?.properties.technology) : [];
    return presets.map((preset) => ({ title: `Apply preset ${preset.title}`, kind: 'suggest', completes: false, apply: (now) => applyPreset(now, { ids: [primary], preset }) }));
  },
});
