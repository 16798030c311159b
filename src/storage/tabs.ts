/** Tells the tabs of this browser apart: one of them writes a diagram, the others are told. */
export interface Tabs {
  /** Claims a diagram for this tab; false while another tab has it. A claim ends with the tab, or with the next one. */
  claim(id: string): Promise<boolean>;
}

/** Tabs by Web Locks; a browser without them treats every tab as the only one. */
export function browserTabs(locks: LockManager | undefined): Tabs {
  let release: (() => void) | undefined;
  return {
    claim(id) {
      release?.();
      release = undefined;
      if (!locks) return Promise.resolve(true);
      return new Promise((resolve) => {
        void locks.request(`caveat:${id}`, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          if (!lock) return undefined;
          return new Promise<void>((free) => {
            release = free;
          });
        });
      });
    },
  };
}
