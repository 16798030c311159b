/** What can be typed into the command palette. */
export const searchHint = 'A command, or the name of a component';
