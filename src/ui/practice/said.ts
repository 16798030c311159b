/** What has just happened, told on the page itself, where the keyboard can take it back at once. */
export interface Said {
  readonly text: string;
  readonly undo?: () => void;
}
