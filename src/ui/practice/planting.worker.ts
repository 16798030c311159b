import { fixIt, resumeFix } from '#practice/drills/fix-it.ts';
import { resumeSpot, spotTheFlaw } from '#practice/drills/spot-the-flaw.ts';
import type { Planted, PlantingRequest } from './plant-flaws.ts';
import { soundDesigns } from './sound-designs.ts';

addEventListener('message', ({ data }: MessageEvent<PlantingRequest>) => postMessage(planted(data)));

function planted(request: PlantingRequest): Planted {
  const designs = soundDesigns();
  if (request.drill === 'spot') return { drill: 'spot', made: 'run' in request ? resumeSpot(designs, request.run) : spotTheFlaw(designs, request.recipe) };
  return { drill: 'fix', made: 'run' in request ? resumeFix(designs, request.run) : fixIt(designs, request.recipe) };
}
