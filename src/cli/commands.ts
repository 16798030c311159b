import type { Entry } from './command.ts';

/** Every command, in the order of the help. To add one: write its file, then its entry here. */
export const commands: readonly Entry[] = [
  { name: 'check', operands: 'FILE...', summary: 'Checks diagrams and says what is wrong with them.', load: async () => (await import('./check.ts')).check },
  { name: 'explain', operands: 'RULE | KIND | PROPERTY', summary: 'Explains a rule, a kind of component, or a property.', load: async () => (await import('./explain.ts')).explain },
  { name: 'rules', operands: '', summary: 'Lists every rule.', load: async () => (await import('./rules.ts')).rules },
  { name: 'export', operands: 'FILE OUT.svg|OUT.png|OUT.md', summary: 'Writes a diagram as a picture or a report.', load: async () => (await import('./export.ts')).exportDiagram },
  { name: 'fmt', operands: 'FILE...', summary: 'Writes diagrams in their stable form, made for git.', load: async () => (await import('./fmt.ts')).fmt },
  { name: 'fix', operands: 'FILE...', summary: 'Mends what has one safe fix, and prints the changes.', load: async () => (await import('./fix.ts')).fix },
  { name: 'grade', operands: 'SCENARIO FILE', summary: 'Judges a design by a scenario.', load: async () => (await import('./grade.ts')).grade },
  { name: 'scenarios', operands: '', summary: 'Lists the practice scenarios.', load: async () => (await import('./scenarios.ts')).scenarios },
];
