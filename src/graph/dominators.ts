/** A rooted graph of numbered nodes. */
export interface FlowGraph {
  readonly size: number;
  successors(node: number): readonly number[];
}

/** The tree of dominators of everything that the root reaches. */
export interface DominatorTree {
  /** Everything that the root reaches, itself included. */
  readonly reached: readonly number[];
  reaches(node: number): boolean;
  /** Whether every way from the root to `node` passes `gate`. A node dominates itself. */
  dominates(gate: number, node: number): boolean;
}

/** Dominators by the iterative method of Cooper, Harvey and Kennedy ("A Simple, Fast Dominance Algorithm", 2001). */
export function dominatorTree(graph: FlowGraph, root: number): DominatorTree {
  const order = postorder(graph, root);
  const rank = new Map(order.map((node, index) => [node, index]));
  const predecessors = new Map<number, number[]>();
  for (const node of order) {
    for (const next of graph.successors(node)) {
      const list = predecessors.get(next);
      if (list) list.push(node);
      else predecessors.set(next, [node]);
    }
  }
  const idom = new Map<number, number>([[root, root]]);
  const rankOf = (node: number): number => rank.get(node) ?? -1;
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y) {
      while (rankOf(x) < rankOf(y)) x = idom.get(x) ?? root;
      while (rankOf(y) < rankOf(x)) y = idom.get(y) ?? root;
    }
    return x;
  };
  let changed = true;
  while (changed) {
    changed = false;
    for (let i = order.length - 2; i >= 0; i--) {
      const node = order[i] ?? root;
      const settled = (predecessors.get(node) ?? []).filter((before) => idom.has(before));
      const [first, ...others] = settled;
      if (first === undefined) continue;
      const next = others.reduce(meet, first);
      if (idom.get(node) !== next) {
        idom.set(node, next);
        changed = true;
      }
    }
  }
  return {
    reached: order,
    reaches: (node) => rank.has(node),
    dominates(gate, node) {
      if (!rank.has(node)) return false;
      for (let at = node; ; at = idom.get(at) ?? root) {
        if (at === gate) return true;
        if (at === root) return false;
      }
    },
  };
}

/** What the root reaches by ways past all of these nodes. */
export function reachedPast(graph: FlowGraph, root: number, avoided: ReadonlySet<number>): ReadonlySet<number> {
  const reached = new Set([root]);
  for (const node of reached) for (const next of graph.successors(node)) if (!avoided.has(next)) reached.add(next);
  return reached;
}

/** Nodes that the root reaches, each after what follows it; the root comes last. */
export function postorder(graph: FlowGraph, root: number): readonly number[] {
  const order: number[] = [];
  const seen = new Set([root]);
  const stack: { readonly node: number; readonly next: Iterator<number> }[] = [{ node: root, next: graph.successors(root)[Symbol.iterator]() }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const step = top.next.next();
    if (step.done) {
      order.push(top.node);
      stack.pop();
    } else if (!seen.has(step.value)) {
      seen.add(step.value);
      stack.push({ node: step.value, next: graph.successors(step.value)[Symbol.iterator]() });
    }
  }
  return order;
}
