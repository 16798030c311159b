import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { Diagram } from '#diagram/diagram.ts';
import { drawingThemes } from '#drawing/theme.ts';
import { useTheme } from '#ui/theme/theme.ts';
import styles from './Canvas.module.css';
import { type OverviewOptions, paintOverview } from './paint-overview.ts';

type OverviewProps = { readonly diagram: Diagram } & Pick<OverviewOptions, 'selection' | 'highlight' | 'moving' | 'by'>;

/** The whole diagram on one sheet, for when there is too much in view for cards of their own. Repaints at most once a frame. */
export default function Overview({ diagram, selection, highlight, moving, by }: OverviewProps) {
  const sheet = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi();
  const theme = useTheme();

  useEffect(() => {
    const canvas = sheet.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return undefined;
    const selectionColour = getComputedStyle(canvas).getPropertyValue('--selection');
    let frame = 0;
    const paint = (): void => {
      frame = 0;
      const { transform, width, height } = flow.getState();
      const ratio = window.devicePixelRatio || 1;
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const [x, y, zoom] = transform;
      paintOverview(context, diagram, { x, y, zoom }, { width, height }, { theme: drawingThemes[theme], selectionColour, selection, highlight, moving, by });
    };
    paint();
    const stop = flow.subscribe(({ transform, width, height }, before) => {
      if (transform === before.transform && width === before.width && height === before.height) return;
      if (frame === 0) frame = requestAnimationFrame(paint);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [diagram, selection, highlight, moving, by, flow, theme]);

  return <canvas ref={sheet} className={styles.overview} aria-hidden="true" />;
}
