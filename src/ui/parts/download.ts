/** Offers a file for saving, under a name. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file name made of a title: readable, without characters that file systems forbid. */
export function fileName(title: string, extension: string): string {
  const stem = title
    .trim()
    .replaceAll(/[\\/:*?"<>|\p{C}]+/gu, ' ')
    .replaceAll(/\s+/g, '-')
    .toLowerCase()
    .slice(0, 80)
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return `${stem === '' ? 'diagram' : stem}.${extension}`;
}
