import type { Diagram } from '#diagram/diagram.ts';
import { failure, type Result, success } from '#base/result.ts';

/** The diagram of a text, with places for everything, or a sentence that says why it cannot be opened. Reader and layout are loaded when they are first needed. */
export async function readText(text: string): Promise<Result<Diagram, string>> {
  const [{ readDiagram }, { problemsText }, { withPlaces }] = await Promise.all([import('#formats/json/read.ts'), import('#formats/json/problem.ts'), import('#ui/parts/layout.ts')]);
  const read = readDiagram(text);
  return read.ok ? success(await withPlaces(read.value)) : failure(problemsText(read.error));
}

/** The diagram of a file: a Caveat file, or a picture that carries one. */
export async function readFile(file: File): Promise<Result<Diagram, string>> {
  if (file.size > 40_000_000) return failure(`${file.name} is larger than 40 MB. Caveat diagrams are far smaller, so this is probably another file.`);
  if (/\.png$/i.test(file.name) || file.type === 'image/png') {
    const { readPngText } = await import('#formats/png-metadata.ts');
    const text = readPngText(new Uint8Array(await file.arrayBuffer()));
    return text === undefined ? failure(`${file.name} is a picture without a diagram inside. Pictures that Caveat exports carry theirs.`) : readText(text);
  }
  const text = await file.text();
  if (/^\s*<(\?xml|svg)/.test(text)) {
    const source = new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('metadata#caveat-source')?.textContent;
    return source ? readText(source) : failure(`${file.name} is a picture without a diagram inside. Pictures that Caveat exports carry theirs.`);
  }
  const read = await readText(text);
  return read.ok ? read : failure(`${file.name} could not be opened. ${read.error}`);
}
