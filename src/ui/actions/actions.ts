import type { Action } from './action.ts';
import { connectAction, moveHeadAction, moveTailAction, nextConnectionAction, previousConnectionAction, reverseAction } from './connection-actions.ts';
import { commandsAction, exampleActions, exportAction, newAction, openAction, saveAction, shortcutsAction, toolActions } from './diagram-actions.ts';
import { redoAction, undoAction } from './history-actions.ts';
import { practiceActions } from './practice-actions.ts';
import { browseRulesAction, fixSafeOnesAction, groupActions, nextFindingAction, previousFindingAction, showAcceptedAction, showFindingsAction, showQuestionsAction } from './problem-actions.ts';
import {
  alignActions,
  copyAction,
  deleteAction,
  distributeActions,
  duplicateAction,
  encloseAction,
  pasteAction,
  renameAction,
  selectAllAction,
  tidyAction,
} from './selection-actions.ts';
import { actualSizeAction, fitAction, panelActions, revealSelectionAction, themeActions, zoomInAction, zoomOutAction } from './view-actions.ts';

/** Everything that a user can do, in the order of the help sheet. */
export const actions: readonly Action[] = [
  undoAction,
  redoAction,
  selectAllAction,
  duplicateAction,
  copyAction,
  pasteAction,
  deleteAction,
  renameAction,
  connectAction,
  moveHeadAction,
  moveTailAction,
  reverseAction,
  nextConnectionAction,
  previousConnectionAction,
  encloseAction,
  tidyAction,
  ...alignActions,
  ...distributeActions,
  commandsAction,
  fitAction,
  actualSizeAction,
  zoomInAction,
  zoomOutAction,
  revealSelectionAction,
  ...panelActions,
  shortcutsAction,
  nextFindingAction,
  previousFindingAction,
  browseRulesAction,
  fixSafeOnesAction,
  ...groupActions,
  showFindingsAction,
  showQuestionsAction,
  showAcceptedAction,
  ...practiceActions,
  newAction,
  openAction,
  saveAction,
  exportAction,
  ...exampleActions,
  ...themeActions,
  ...toolActions,
];
