import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Diagram, emptyDiagram, type Id } from '#diagram/diagram.ts';
import { applyDiff } from '#diagram/diff.ts';
import { emptyHistory, type History, record, redo, undo } from '#diagram/history.ts';
import type { FreshId, Transaction } from '#diagram/transaction.ts';
import type { FixTask } from '#practice/drills/fix-it.ts';
import type { Hush } from '#practice/interview/phases.ts';
import type { Session } from '#practice/interview/session.ts';
import type { Report } from '#rules/finding.ts';
import { type ProblemsView, usualProblemsView } from './problems-view.ts';
import { audible } from './quiet.ts';

/** What the next press on the canvas does. */
export type Tool =
  | { readonly type: 'select' }
  /** Places an entry of the palette; `dragging` while the pointer came down on the palette and is still down. */
  | { readonly type: 'place'; readonly entry: string; readonly dragging: boolean }
  /** Connects from this component to the next one that is chosen; or moves the end of a connection there, whose other end this component is. */
  | { readonly type: 'connect'; readonly from: Id; readonly moves?: { readonly connection: Id; readonly end: 'from' | 'to' } };

/** What the canvas is asked to show; each request is a new object. */
export type ViewRequest =
  | { readonly type: 'fit' | 'actual-size' | 'zoom-in' | 'zoom-out' }
  /** Brings these records into view, with as little movement as will do. */
  | { readonly type: 'reveal'; readonly ids: readonly Id[] }
  /** Places an entry of the palette in the middle of the view. */
  | { readonly type: 'place'; readonly entry: string };

/** One rule, by its id, or the list of all. */
export interface RulesShown {
  readonly rule?: string;
}

/** A page of practice. */
export type PracticePage = 'scenarios' | 'drills' | 'review' | 'history' | 'own';

/** A change that is looked at before it is made. */
export interface Preview {
  readonly before: Diagram;
  readonly after: Diagram;
}

/** A property that somebody wants to see and state; each request is a new object. */
export interface FieldRequest {
  /** A record, or `diagram`. */
  readonly record: Id;
  readonly property: string;
}

/** A repair that is being practised. */
export interface Drill {
  readonly task: FixTask;
  /** What was open before, to come back to. */
  readonly before: { readonly documentId: string; readonly diagram: Diagram };
}

export interface EditorState {
  /** Names the open diagram in storage; changes when another one is opened. */
  readonly documentId: string;
  readonly diagram: Diagram;
  readonly history: History;
  readonly selection: ReadonlySet<Id>;
  /** Records that a hovered or chosen finding points at, its witness among them. */
  readonly highlight: ReadonlySet<Id>;
  /** The finding or question that is open in the Problems panel. */
  readonly openFinding: string | undefined;
  /** What the pages of the rules show: one of them, or all. Undefined while they are closed. */
  readonly rulesShown: RulesShown | undefined;
  /** The page of practice that is open; undefined while none is. */
  readonly practiceShown: PracticePage | undefined;
  /** The interview that is held over this diagram. */
  readonly interview: Session | undefined;
  /** The repair that this diagram is; opening another one ends it. */
  readonly drill: Drill | undefined;
  /** What the Problems panel shows. */
  readonly problems: ProblemsView;
  /** Drawn as ghosts; any change of the diagram ends it. */
  readonly preview: Preview | undefined;
  readonly fieldRequest: FieldRequest | undefined;
  readonly tool: Tool;
  /** The record whose name is being typed on the canvas. */
  readonly renaming: Id | undefined;
  /** True while a pointer gesture runs: nothing is validated then. */
  readonly gesturing: boolean;
  /** What may be shown of what the rules say about the last diagram that they have seen. */
  readonly report: Report;
  /** All that they say, for grading; never shown while the judge keeps quiet. */
  readonly wholeReport: Report;
  /** What they say about the drawing alone; undefined until it was needed. */
  readonly structureReport: Report | undefined;
  /** How much of it is shown: an interview lets the judge keep quiet. */
  readonly hush: Hush;
  /** True while the rules take longer than a frame: the report is of an earlier diagram. */
  readonly checking: boolean;
  readonly viewRequest: ViewRequest | undefined;
}

/** The living editor. The store is read everywhere and written only here. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  readonly freshId: FreshId;
  /** Makes the change; null (a command that does not apply) changes nothing. Returns whether something changed. */
  dispatch(step: Transaction | null, select?: Iterable<Id>): boolean;
  undo(): void;
  redo(): void;
  /** Puts another diagram in the place of this one, with an empty history. */
  open(diagram: Diagram, documentId?: string): void;
  select(ids: Iterable<Id>): void;
  highlight(ids: Iterable<Id>): void;
  openFinding(key: string | undefined): void;
  showRules(shown: RulesShown | undefined): void;
  showPractice(page: PracticePage | undefined): void;
  /** What has happened in the interview so far; undefined where there is none. */
  setInterview(interview: Session | undefined): void;
  /** Opens the flawed design of a task as a diagram of its own, or opens it anew; or as far as its repair has come. */
  openDrill(drill: Drill, diagram?: Diagram): void;
  showProblems(change: Partial<ProblemsView>): void;
  preview(preview: Preview | undefined): void;
  /** Selects the record and leads to the field of a property. */
  goToField(record: Id, property: string): void;
  setTool(tool: Tool): void;
  rename(id: Id | undefined): void;
  setGesturing(gesturing: boolean): void;
  /** What the rules say, and what they say about the drawing alone where that was judged too. */
  setReport(report: Report, structure?: Report): void;
  /** Lets the judge keep quiet, or speak again. */
  setHush(hush: Hush): void;
  /** Says that a report takes its time; the next one ends it. */
  setChecking(): void;
  view(request: ViewRequest): void;
}

export const emptyReport: Report = { findings: [], accepted: [], questions: [] };

const selectTool: Tool = { type: 'select' };
const nothing: ReadonlySet<Id> = new Set();

export function createEditor(freshId: FreshId): Editor {
  const store = createStore<EditorState>(() => initialState(freshId()));
  const { getState, setState } = store;

  const moveThroughHistory = (move: typeof undo): void => {
    const { diagram, history, selection } = getState();
    const moved = move(diagram, history);
    if (moved) setState({ diagram: moved.diagram, history: moved.history, selection: existing(selection, moved.diagram), renaming: undefined, preview: undefined });
  };

  const open = (diagram: Diagram, documentId: string, drill?: Drill): void =>
    setState(({ problems: { groupBy } }) => ({
      ...initialState(documentId),
      diagram,
      drill,
      problems: { ...usualProblemsView, groupBy },
      // Until it is known how far its interview has come.
      hush: diagram.practice ? 'nothing' : 'everything',
    }));

  return {
    store,
    freshId,
    dispatch(step, select) {
      if (!step) return false;
      const { diagram, history, selection } = getState();
      const next = applyDiff(diagram, step.diff);
      setState({ diagram: next, history: record(history, step), selection: existing(select ?? selection, next), preview: undefined });
      return true;
    },
    undo: () => moveThroughHistory(undo),
    redo: () => moveThroughHistory(redo),
    open: (diagram, documentId = freshId()) => open(diagram, documentId),
    openDrill(drill, diagram = drill.task.start) {
      const { drill: current, documentId } = getState();
      open(diagram, current ? documentId : freshId(), drill);
    },
    select: (ids) => setState({ selection: new Set(ids), renaming: undefined }),
    highlight: (ids) => setState({ highlight: new Set(ids) }),
    openFinding: (openFinding) => setState({ openFinding }),
    showRules: (rulesShown) => setState({ rulesShown }),
    showPractice: (practiceShown) => setState({ practiceShown }),
    setInterview: (interview) => setState({ interview }),
    showProblems: (change) => setState(({ problems }) => ({ problems: { ...problems, ...change } })),
    preview: (preview) => setState({ preview }),
    goToField: (record, property) =>
      setState(({ diagram }) => ({ selection: existing([record], diagram), renaming: undefined, fieldRequest: { record, property }, viewRequest: { type: 'reveal', ids: [record] } })),
    setTool: (tool) => setState({ tool }),
    rename: (renaming) => setState({ renaming }),
    setGesturing: (gesturing) => setState({ gesturing }),
    setReport: (wholeReport, structureReport) => setState(({ hush }) => ({ report: audible(hush, wholeReport, structureReport), wholeReport, structureReport, checking: false })),
    setHush: (hush) =>
      setState((state) => (hush === state.hush ? state : { hush, report: audible(hush, state.wholeReport, state.structureReport), openFinding: undefined, highlight: nothing })),
    setChecking: () => (getState().checking ? undefined : setState({ checking: true })),
    view: (viewRequest) => setState({ viewRequest }),
  };
}

function initialState(documentId: string): EditorState {
  return {
    documentId,
    diagram: emptyDiagram,
    history: emptyHistory,
    selection: nothing,
    highlight: nothing,
    openFinding: undefined,
    rulesShown: undefined,
    practiceShown: undefined,
    interview: undefined,
    drill: undefined,
    problems: usualProblemsView,
    preview: undefined,
    fieldRequest: undefined,
    tool: selectTool,
    renaming: undefined,
    gesturing: false,
    report: emptyReport,
    wholeReport: emptyReport,
    structureReport: undefined,
    hush: 'everything',
    checking: false,
    viewRequest: undefined,
  };
}

/** The selection without what is gone; the same object where nothing is. */
function existing(ids: Iterable<Id>, diagram: Diagram): ReadonlySet<Id> {
  const kept = [...ids].filter((id) => diagram.components.has(id) || diagram.connections.has(id) || diagram.boundaries.has(id) || diagram.notes.has(id));
  return ids instanceof Set && kept.length === ids.size ? ids : new Set(kept);
}
