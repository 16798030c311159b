import type { Point, Side } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';
import { isLevel } from './polyline.ts';

const bendCost = 60;
const mostLines = 80;
/** A little above one: of equally good ways the one that is nearer to its goal is tried first. */
const haste = 1.01;

/**
 * The cheapest orthogonal way between two points around rectangles, over the lines that their edges span (A*, few bends first).
 * It starts in the direction of one side and arrives at the other. Undefined where there is none.
 */
export function searchPath(start: Point, finish: Point, obstacles: readonly Rect[], leaves: Side, enters: Side): readonly Point[] | undefined {
  const grid = gridOf(start, finish, obstacles);
  const { xs, ys } = grid;
  const [fx, fy] = [xs.indexOf(finish.x), ys.indexOf(finish.y)];
  const best = new Float64Array(xs.length * ys.length * 2).fill(Infinity);
  const queue = new Queue();
  const stateOf = (x: number, y: number, level: boolean): number => (x * ys.length + y) * 2 + (level ? 1 : 0);
  const guess = (x: number, y: number): number => Math.abs((xs[x] ?? 0) - finish.x) + Math.abs((ys[y] ?? 0) - finish.y) + (x !== fx && y !== fy ? bendCost : 0);
  const add = (x: number, y: number, level: boolean, cost: number, before: Step | undefined): void => {
    const state = stateOf(x, y, level);
    if (cost >= (best[state] ?? Infinity)) return;
    best[state] = cost;
    queue.add({ x, y, level, cost, total: cost + guess(x, y) * haste, before });
  };
  add(xs.indexOf(start.x), ys.indexOf(start.y), isLevel(leaves), 0, undefined);
  for (let step = queue.take(); step; step = queue.take()) {
    if (step.x === fx && step.y === fy) return pointsOf(step, xs, ys);
    if ((best[stateOf(step.x, step.y, step.level)] ?? Infinity) < step.cost) continue;
    for (const [dx, dy] of neighbours) {
      const [x, y] = [step.x + dx, step.y + dy];
      if (grid.isBlocked(step.x, step.y, x, y)) continue;
      const level = dx !== 0;
      const length = Math.abs((xs[x] ?? 0) - (xs[step.x] ?? 0)) + Math.abs((ys[y] ?? 0) - (ys[step.y] ?? 0));
      const bends = (level === step.level ? 0 : 1) + (x === fx && y === fy && level !== isLevel(enters) ? 1 : 0);
      add(x, y, level, step.cost + length + bends * bendCost, step);
    }
  }
  return undefined;
}

const neighbours = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Whether the step between two neighbouring crossings leads through a rectangle, or off the grid. */
  isBlocked(x: number, y: number, nextX: number, nextY: number): boolean;
}

function gridOf(start: Point, finish: Point, obstacles: readonly Rect[]): Grid {
  const xs = lines(obstacles.flatMap(({ x, width }) => [x, x + width]), start.x, finish.x);
  const ys = lines(obstacles.flatMap(({ y, height }) => [y, y + height]), start.y, finish.y);
  const level = new Uint8Array(xs.length * ys.length);
  const upright = new Uint8Array(xs.length * ys.length);
  for (const { x, y, width, height } of obstacles) {
    for (let i = 0; i < xs.length; i++) {
      const [here, next] = [xs[i] ?? 0, xs[i + 1] ?? Infinity];
      if (next <= x || here >= x + width) continue;
      for (let j = 0; j < ys.length; j++) {
        const [top, below] = [ys[j] ?? 0, ys[j + 1] ?? Infinity];
        if (below <= y || top >= y + height) continue;
        if (top > y) level[i * ys.length + j] = 1;
        if (here > x) upright[i * ys.length + j] = 1;
      }
    }
  }
  return {
    xs,
    ys,
    isBlocked(x, y, nextX, nextY) {
      if (nextX < 0 || nextY < 0 || nextX >= xs.length || nextY >= ys.length) return true;
      const at = Math.min(x, nextX) * ys.length + Math.min(y, nextY);
      return (x === nextX ? upright[at] : level[at]) === 1;
    },
  };
}

/** Sorted, without repetition, and not too many: those nearest to the two ends stay, and some of those between. */
function lines(values: readonly number[], a: number, b: number): readonly number[] {
  const unique = [...new Set(values)];
  return [...new Set([...(unique.length <= mostLines ? unique : thinned(unique, a, b)), a, b])].sort((p, q) => p - q);
}

function thinned(values: readonly number[], a: number, b: number): readonly number[] {
  const distance = (value: number): number => Math.min(Math.abs(value - a), Math.abs(value - b));
  const byDistance = values.toSorted((p, q) => distance(p) - distance(q));
  const rest = byDistance.slice(mostLines / 2);
  const every = Math.ceil(rest.length / (mostLines / 2));
  return [...byDistance.slice(0, mostLines / 2), ...rest.filter((_, index) => index % every === 0)];
}

interface Step {
  readonly x: number;
  readonly y: number;
  readonly level: boolean;
  readonly cost: number;
  /** What the whole way costs at least. */
  readonly total: number;
  readonly before: Step | undefined;
}

/** Gives the step that is cheapest in total first: a binary heap. */
class Queue {
  private readonly steps: Step[] = [];

  add(step: Step): void {
    let at = this.steps.push(step) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.totalAt(parent) <= step.total) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  take(): Step | undefined {
    const first = this.steps[0];
    const last = this.steps.pop();
    if (!first || !last || this.steps.length === 0) return first;
    this.steps[0] = last;
    let at = 0;
    while (true) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const least = this.totalAt(right) < this.totalAt(left) ? right : left;
      if (this.totalAt(least) >= last.total) return first;
      this.swap(at, least);
      at = least;
    }
  }

  private totalAt(index: number): number {
    return this.steps[index]?.total ?? Infinity;
  }

  private swap(a: number, b: number): void {
    const [p, q] = [this.steps[a], this.steps[b]];
    if (p && q) [this.steps[a], this.steps[b]] = [q, p];
  }
}

function pointsOf(last: Step, xs: readonly number[], ys: readonly number[]): readonly Point[] {
  const points: Point[] = [];
  for (let step: Step | undefined = last; step; step = step.before) points.push({ x: xs[step.x] ?? 0, y: ys[step.y] ?? 0 });
  return points.toReversed();
}
