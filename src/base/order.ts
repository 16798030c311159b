/** Compares by id, so that a list of records is the same in whatever order a file holds them. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
