import type { Editor } from '#editor/editor.ts';
import type { PracticeShelf } from '#practice/shelf.ts';
import { notify } from '#ui/parts/notify.ts';
import { askedScenario } from './asked-scenario.ts';
import { linkStart, readChallenge } from './challenge-link.ts';
import { takeIn } from './own-shelf.ts';

/** Opens the interview that the address asks for, and takes the request from the address. */
export async function followLink(editor: Editor, openShelf: () => Promise<PracticeShelf | undefined>): Promise<void> {
  const { hash, pathname, search } = window.location;
  // Somebody has followed it already.
  if (!hash.startsWith(linkStart)) return;
  window.history.replaceState(window.history.state, '', pathname + search);
  const read = await readChallenge(hash);
  if (!read.ok) {
    notify(read.error, 'problem');
    return;
  }
  const { scenario, isOwn, minutes, curveball } = read.value;
  const shelf = isOwn ? await openShelf() : undefined;
  if (isOwn && !shelf) {
    notify('This link brings a scenario of somebody’s own, and this browser does not let Caveat keep it.', 'problem');
    return;
  }
  const kept = shelf ? await takeIn(shelf, scenario) : scenario;
  askedScenario.setState({ asked: { scenario: kept.id, challenge: { minutes, curveball } } });
  editor.showPractice('scenarios');
}
