/** Whether a text is not stated, empty or white space. */
export const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';
