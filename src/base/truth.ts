/** Three-valued truth (Kleene): true, false, or undefined for "not stated". */
export type Truth = boolean | undefined;

/** True if all are; false as soon as one is; otherwise not stated. */
export function every3(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}

/** True as soon as one is; false if all are; otherwise not stated. */
export function some3(truths: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
}

export const not3 = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);
