import { fixIt } from '#practice/drills/fix-it.ts';
import { spotTheFlaw } from '#practice/drills/spot-the-flaw.ts';
import type { Planted, PlantingRequest } from './plant-flaws.ts';
import { soundDesigns } from './sound-designs.ts';

addEventListener('message', ({ data }: MessageEvent<PlantingRequest>) => {
  const planted: Planted = data.drill === 'spot' ? { drill: 'spot', made: spotTheFlaw(soundDesigns(), data.recipe) } : { drill: 'fix', made: fixIt(soundDesigns(), data.recipe) };
  postMessage(planted);
});
