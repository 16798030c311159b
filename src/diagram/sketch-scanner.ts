import type { Values } from './edits.ts';

/** Reads one line of a sketch from left to right; throws where something else stands than it was asked for. */
export class Scanner {
  private rest: string;

  constructor(line: string) {
    this.rest = line;
  }

  word(): string {
    const word = /^[^\s"{}[\],:]+/.exec(this.rest)?.[0];
    if (!word) throw new Error(`A sketch wants a word at: ${this.rest || 'the end'}`);
    return this.take(word);
  }

  takes(token: string): boolean {
    if (!this.rest.startsWith(token)) return false;
    this.take(token);
    return true;
  }

  /** The word after this keyword; undefined where another word, or none, is next. */
  wordAfter(keyword: string): string | undefined {
    return /^\S+/.exec(this.rest)?.[0] === keyword && this.takes(keyword) ? this.word() : undefined;
  }

  expect(token: string): void {
    if (!this.takes(token)) throw new Error(`A sketch wants "${token}" at: ${this.rest || 'the end'}`);
  }

  /** Throws where something is left that nobody has read. */
  end(): void {
    if (this.rest !== '') throw new Error(`A sketch cannot read: ${this.rest}`);
  }

  text(): string | undefined {
    const quoted = /^"(?:[^"\\]|\\.)*"/.exec(this.rest)?.[0];
    return quoted === undefined ? undefined : (JSON.parse(this.take(quoted)) as string);
  }

  /** Values in braces; the word `unset` as a value is undefined. */
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
    if (word === 'unset') return undefined;
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    return Number.isNaN(number) ? word : number;
  }

  private take(token: string): string {
    this.rest = this.rest.slice(token.length).trimStart();
    return token;
  }
}
