/** Names of the values that are not stated, in their order. */
export const unstated = (values: Readonly<Record<string, unknown>>): readonly string[] => Object.keys(values).filter((name) => values[name] === undefined);
