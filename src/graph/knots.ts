/** Groups of two or more nodes that all reach each other (strongly connected components, Tarjan 1972), without recursion. */
export function knots<T>(nodes: Iterable<T>, successors: (node: T) => Iterable<T>): readonly (readonly T[])[] {
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const found: (readonly T[])[] = [];
  const orderOf = (node: T): number => index.get(node) ?? 0;
  const lowOf = (node: T): number => low.get(node) ?? 0;
  const calls: { readonly node: T; readonly next: Iterator<T> }[] = [];
  const enter = (node: T): void => {
    index.set(node, index.size);
    low.set(node, orderOf(node));
    open.push(node);
    isOpen.add(node);
    calls.push({ node, next: successors(node)[Symbol.iterator]() });
  };
  const leave = (node: T): void => {
    calls.pop();
    const caller = calls.at(-1)?.node;
    if (caller !== undefined) low.set(caller, Math.min(lowOf(caller), lowOf(node)));
    if (lowOf(node) !== orderOf(node)) return;
    const group = open.splice(open.lastIndexOf(node));
    for (const member of group) isOpen.delete(member);
    if (group.length > 1) found.push(group);
  };
  for (const start of nodes) {
    if (index.has(start)) continue;
    enter(start);
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const step = call.next.next();
      if (step.done) leave(call.node);
      else if (!index.has(step.value)) enter(step.value);
      else if (isOpen.has(step.value)) low.set(call.node, Math.min(lowOf(call.node), orderOf(step.value)));
    }
  }
  return found;
}
