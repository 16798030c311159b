import type { Rule } from '../rule.ts';
import { danglingConnection } from './dangling-connection.ts';
import { duplicateName } from './duplicate-name.ts';
import { incompleteConnection } from './incomplete-connection.ts';
import { invalidConnection } from './invalid-connection.ts';
import { noEntryPoint } from './no-entry-point.ts';
import { orphanComponent } from './orphan-component.ts';
import { reversedMessageFlow } from './reversed-message-flow.ts';
import { suppressionWithoutReason } from './suppression-without-reason.ts';
import { undeclaredKeyPropertiesRule } from './undeclared-key-properties.ts';
import { unreachableComponent } from './unreachable-component.ts';

/** The rules about the model itself. */
export const modelRules: readonly Rule[] = [
  danglingConnection,
  invalidConnection,
  reversedMessageFlow,
  incompleteConnection,
  undeclaredKeyPropertiesRule,
  orphanComponent,
  unreachableComponent,
  noEntryPoint,
  duplicateName,
  suppressionWithoutReason,
];
