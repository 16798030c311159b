import type { Point, Side } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';

const bendCost = 60;
const mostLines = 60;

interface Step {
  readonly x: number;
  readonly y: number;
  readonly horizontal: boolean;
  readonly cost: number;
  readonly guess: number;
  readonly before: Step | undefined;
}

/**
 * The cheapest orthogonal way between two points around rectangles, over the lines that their edges span (A*, few bends first).
 * Undefined where there is none.
 */
export function searchPath(start: Point, finish: Point, obstacles: readonly Rect[], leaves: Side, enters: Side): readonly Point[] | undefined {
  const around = obstacles.filter((rect) => !strictlyInside(start, rect) && !strictlyInside(finish, rect));
  const xs = lines([start.x, finish.x, ...around.flatMap(({ x, width }) => [x, x + width])], start.x, finish.x);
  const ys = lines([start.y, finish.y, ...around.flatMap(({ y, height }) => [y, y + height])], start.y, finish.y);
  const blocked = (a: Point, b: Point): boolean => around.some((rect) => cuts(a, b, rect));
  const [sx, sy, fx, fy] = [xs.indexOf(start.x), ys.indexOf(start.y), xs.indexOf(finish.x), ys.indexOf(finish.y)];
  const best = new Map<number, number>();
  const keyOf = (x: number, y: number, horizontal: boolean): number => (x * ys.length + y) * 2 + (horizontal ? 1 : 0);
  const guess = (x: number, y: number): number => Math.abs((xs[x] ?? 0) - finish.x) + Math.abs((ys[y] ?? 0) - finish.y);
  const entersHorizontally = enters === 'left' || enters === 'right';
  const open: Step[] = [{ x: sx, y: sy, horizontal: leaves === 'left' || leaves === 'right', cost: 0, guess: guess(sx, sy), before: undefined }];
  while (open.length > 0) {
    const step = takeCheapest(open);
    if (step.x === fx && step.y === fy) return pointsOf(step, xs, ys);
    const key = keyOf(step.x, step.y, step.horizontal);
    if ((best.get(key) ?? Infinity) < step.cost) continue;
    for (const [dx, dy] of neighbours) {
      const [x, y] = [step.x + dx, step.y + dy];
      if (x < 0 || y < 0 || x >= xs.length || y >= ys.length) continue;
      const a = { x: xs[step.x] ?? 0, y: ys[step.y] ?? 0 };
      const b = { x: xs[x] ?? 0, y: ys[y] ?? 0 };
      if (blocked(a, b)) continue;
      const horizontal = dx !== 0;
      const lastBend = x === fx && y === fy && horizontal !== entersHorizontally ? bendCost : 0;
      const cost = step.cost + Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + (horizontal === step.horizontal ? 0 : bendCost) + lastBend;
      const next = keyOf(x, y, horizontal);
      if (cost >= (best.get(next) ?? Infinity)) continue;
      best.set(next, cost);
      open.push({ x, y, horizontal, cost, guess: cost + guess(x, y), before: step });
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

/** Sorted, without repetition, and not too many: those nearest to the two ends stay. */
function lines(values: readonly number[], a: number, b: number): readonly number[] {
  const unique = [...new Set(values)];
  const distance = (value: number): number => (value >= Math.min(a, b) && value <= Math.max(a, b) ? 0 : Math.min(Math.abs(value - a), Math.abs(value - b)));
  const kept = unique.length <= mostLines ? unique : unique.sort((p, q) => distance(p) - distance(q)).slice(0, mostLines);
  return [...new Set([...kept, a, b])].sort((p, q) => p - q);
}

const strictlyInside = (point: Point, rect: Rect): boolean => point.x > rect.x && point.x < rect.x + rect.width && point.y > rect.y && point.y < rect.y + rect.height;

function cuts(a: Point, b: Point, rect: Rect): boolean {
  return (
    Math.min(a.x, b.x) < rect.x + rect.width && Math.max(a.x, b.x) > rect.x && Math.min(a.y, b.y) < rect.y + rect.height && Math.max(a.y, b.y) > rect.y
  );
}

function takeCheapest(open: Step[]): Step {
  let index = 0;
  for (let i = 1; i < open.length; i++) if ((open[i]?.guess ?? Infinity) < (open[index]?.guess ?? Infinity)) index = i;
  const [step] = open.splice(index, 1);
  if (!step) throw new Error('The search has run out of steps.');
  return step;
}

function pointsOf(last: Step, xs: readonly number[], ys: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let step: Step | undefined = last; step; step = step.before) points.unshift({ x: xs[step.x] ?? 0, y: ys[step.y] ?? 0 });
  return points;
}
