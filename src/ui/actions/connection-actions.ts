import { reverseConnection } from '#diagram/commands/reconnect.ts';
import type { Connection, Id } from '#diagram/diagram.ts';
import type { Action, ActionContext } from './action.ts';

function selectedComponent({ editor }: ActionContext): Id | undefined {
  const { diagram, selection } = editor.store.getState();
  return [...selection].find((id) => diagram.components.has(id));
}

function selectedConnection({ editor }: ActionContext): Connection | undefined {
  const { diagram, selection } = editor.store.getState();
  const [only, ...others] = selection;
  return only === undefined || others.length > 0 ? undefined : diagram.connections.get(only);
}

export const connectAction: Action = {
  id: 'connect',
  title: 'Connect to …',
  section: 'Edit',
  shortcuts: ['c'],
  isEnabled: (context) => selectedComponent(context) !== undefined,
  run: (context) => {
    const from = selectedComponent(context);
    if (from !== undefined) context.editor.setTool({ type: 'connect', from });
  },
};

/** Moves an end of the selected connection to the component that is chosen next. */
const moveEnd = (id: string, title: string, end: 'from' | 'to'): Action => ({
  id,
  title,
  section: 'Edit',
  isEnabled: (context) => selectedConnection(context) !== undefined,
  run: (context) => {
    const connection = selectedConnection(context);
    if (connection) context.editor.setTool({ type: 'connect', from: end === 'to' ? connection.from : connection.to, moves: { connection: connection.id, end } });
  },
});

export const moveHeadAction = moveEnd('move-head', 'Move the head of the connection to …', 'to');
export const moveTailAction = moveEnd('move-tail', 'Move the tail of the connection to …', 'from');

export const reverseAction: Action = {
  id: 'reverse-connection',
  title: 'Reverse connection',
  section: 'Edit',
  isEnabled: ({ editor }) => [...editor.store.getState().selection].some((id) => editor.store.getState().diagram.connections.has(id)),
  run: ({ editor }) => {
    const { diagram, selection } = editor.store.getState();
    editor.dispatch(reverseConnection(diagram, { ids: selection }));
  },
};

/** Walks the connections: those of the selected component, or all of them in turn. */
function walk({ editor }: ActionContext, step: 1 | -1): void {
  const { diagram, selection } = editor.store.getState();
  const [active] = selection;
  const all = [...diagram.connections.values()];
  const index = all.findIndex(({ id }) => id === active);
  const own = all.find(({ from, to }) => from === active || to === active);
  const next = index < 0 && own ? own : all[(index + (index < 0 && step === -1 ? 0 : step) + all.length) % all.length];
  if (!next) return;
  editor.select([next.id]);
  editor.view({ type: 'reveal', ids: [next.from, next.to] });
}

const hasConnections = ({ editor }: ActionContext): boolean => editor.store.getState().diagram.connections.size > 0;

export const nextConnectionAction: Action = { id: 'next-connection', title: 'Select the next connection', section: 'Edit', shortcuts: [']'], isEnabled: hasConnections, run: (context) => walk(context, 1) };
export const previousConnectionAction: Action = { id: 'previous-connection', title: 'Select the previous connection', section: 'Edit', shortcuts: ['['], isEnabled: hasConnections, run: (context) => walk(context, -1) };
