import { failure, type Result } from '#base/result.ts';
import type { FixRecipe, FixRun, FixTask } from '#practice/drills/fix-it.ts';
import type { SpotPuzzle, SpotRecipe, SpotRun } from '#practice/drills/spot-the-flaw.ts';

/** A new drill by its recipe, or the one that was under way. */
export type PlantingRequest = { readonly drill: 'spot'; readonly recipe: SpotRecipe } | { readonly drill: 'spot'; readonly run: SpotRun } | { readonly drill: 'fix'; readonly recipe: FixRecipe } | { readonly drill: 'fix'; readonly run: FixRun };

export type Planted = { readonly drill: 'spot'; readonly made: Result<SpotPuzzle, string> } | { readonly drill: 'fix'; readonly made: Result<FixTask, string> };

/** Plants flaws beside the page: a rare wish may have to try every design. */
export function plantFlaws(request: PlantingRequest): Promise<Planted> {
  const worker = new Worker(new URL('./planting.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Planted>((resolve) => {
    const end = (planted: Planted): void => {
      worker.terminate();
      resolve(planted);
    };
    worker.addEventListener('error', () => end({ drill: request.drill, made: failure('The drill could not be made. Try again.') }));
    worker.addEventListener('message', ({ data }: MessageEvent<Planted>) => end(data));
    worker.postMessage(request, []);
  });
}
