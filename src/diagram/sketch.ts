import { type Diagram, emptyDiagram, type Id } from './diagram.ts';
import { putRecord, type Values } from './edits.ts';

/**
 * Draws a diagram from a few lines of text, for the examples of rules and for tests. One statement a line:
 *
 *   queue jobs "Email jobs" { ordering: none, maxDeliveryAttempts: 5, technology: "Amazon SQS" }
 *   api -> jobs -> mailer                     connections c1, c2, ... by order, interactions left to inference
 *   api -> db { access: write }               with stated values; `as e1` before the braces names it
 *   boundary vpc { boundaryType: vpc } [jobs, mailer]
 *   note n1 "Postgres: ACID keeps orders." { noteType: decision, attachedTo: [db] }
 *   entity order { lossTolerant: false }
 *   settings { availabilityTarget: 0.99 }
 *   accept queue/no-consumer on jobs "Drained by hand once a week."
 *
 * Throws on a line that it cannot read: a sketch is part of the program, not input.
 */
export function sketch(text: string): Diagram {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .reduce((diagram, line) => readStatement(diagram, new Scanner(line)), emptyDiagram);
}

function readStatement(diagram: Diagram, line: Scanner): Diagram {
  const head = line.word();
  if (line.takes('->')) return readConnections(diagram, head, line);
  if (head === 'settings') return { ...diagram, settings: { ...diagram.settings, ...line.values() } };
  if (head === 'accept') return readSuppression(diagram, line);
  const id = line.word();
  const text = line.text();
  const values = line.values();
  if (head === 'note') return putRecord(diagram, 'notes', { id, text: text ?? '', properties: values });
  if (head === 'entity') return putRecord(diagram, 'entities', { ...values, id, name: text ?? id });
  if (head === 'boundary') {
    const members = (line.list() ?? []).map(String);
    return members.reduce((next, member) => enclose(next, member, id), putRecord(diagram, 'boundaries', { id, name: text ?? id, properties: values }));
  }
  return putRecord(diagram, 'components', { id, kind: head, name: text ?? id, properties: values });
}

function readConnections(diagram: Diagram, first: Id, line: Scanner): Diagram {
  const stops = [first, line.word()];
  while (line.takes('->')) stops.push(line.word());
  const name = line.takes('as') ? line.word() : undefined;
  const label = line.text() ?? '';
  const properties = line.values();
  return stops.slice(1).reduce((next, to, index) => {
    const id = name ?? `c${next.connections.size + 1}`;
    return putRecord(next, 'connections', { id, from: stops[index] ?? first, to, label, properties });
  }, diagram);
}

function readSuppression(diagram: Diagram, line: Scanner): Diagram {
  const rule = line.word();
  line.expect('on');
  const on = line.word();
  return putRecord(diagram, 'suppressions', { id: `${rule}@${on}`, rule, on, reason: line.text() ?? '', ...line.values() });
}

function enclose(diagram: Diagram, member: Id, boundary: Id): Diagram {
  const component = diagram.components.get(member);
  if (component) return putRecord(diagram, 'components', { ...component, boundary });
  const inner = diagram.boundaries.get(member);
  if (inner) return putRecord(diagram, 'boundaries', { ...inner, boundary });
  throw new Error(`A boundary names ${member}, which no line before it draws.`);
}

class Scanner {
  private rest: string;

  constructor(line: string) {
    this.rest = line;
  }

  word(): string {
    const word = /^[^\s"{}[\],:]+/.exec(this.rest)?.[0];
    if (!word) throw new Error(`A sketch wants a word at: ${this.rest}`);
    return this.take(word);
  }

  takes(token: string): boolean {
    if (!this.rest.startsWith(token)) return false;
    this.take(token);
    return true;
  }

  expect(token: string): void {
    if (!this.takes(token)) throw new Error(`A sketch wants "${token}" at: ${this.rest}`);
  }

  text(): string | undefined {
    const quoted = /^"(?:[^"\\]|\\.)*"/.exec(this.rest)?.[0];
    return quoted === undefined ? undefined : (JSON.parse(this.take(quoted)) as string);
  }

  values(): Values {
    const entries: [string, unknown][] = [];
    if (!this.takes('{')) return {};
    while (!this.takes('}')) {
      const name = this.word();
      this.expect(':');
      entries.push([name, this.value()]);
      this.takes(',');
    }
    return Object.fromEntries(entries);
  }

  list(): unknown[] | undefined {
    if (!this.takes('[')) return undefined;
    const items: unknown[] = [];
    while (!this.takes(']')) {
      items.push(this.value());
      this.takes(',');
    }
    return items;
  }

  private value(): unknown {
    if (this.rest.startsWith('{')) return this.values();
    const quotedOrList = this.text() ?? this.list();
    if (quotedOrList !== undefined) return quotedOrList;
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    return Number.isNaN(number) ? word : number;
  }

  private take(token: string): string {
    this.rest = this.rest.slice(token.length).trimStart();
    return token;
  }
}
