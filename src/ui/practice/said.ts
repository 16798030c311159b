/** What has just happened, told on the page itself: notices at the bottom of the window cannot be clicked while a dialog is open. */
export interface Said {
  readonly text: string;
  readonly undo?: () => void;
}
