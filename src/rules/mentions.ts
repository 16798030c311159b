/** Whether a text contains one of these words, whatever their case. */
export const mentions = (text: string | undefined, ...words: readonly string[]): boolean => words.some((word) => (text ?? '').toLowerCase().includes(word.toLowerCase()));
