import { type KeyboardEvent, useMemo } from 'react';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { sceneOf } from '#drawing/scene.ts';
import { writeSvg } from '#formats/svg/write.ts';
import { displayName } from '#rules/display-name.ts';
import { useTheme } from '#ui/theme/theme.ts';
import styles from './DiagramPicture.module.css';
import { usePlaced } from './use-placed.ts';

/** How a record is set off: part of a proof, rightly or wrongly chosen, overlooked, there on one side only. */
export type PictureMark = 'lit' | 'right' | 'wrong' | 'missed' | 'only-here';

interface DiagramPictureProps {
  readonly diagram: Diagram;
  /** What is seen, for those who hear it. */
  readonly label: string;
  readonly marks?: ReadonlyMap<Id, PictureMark>;
  /** Shows all of it at once, however small the names become. */
  readonly isWhole?: boolean;
  /** The record that is chosen. */
  readonly chosen?: Id | undefined;
  /** Makes components and connections buttons: by pointer, by touch, and with Tab and Enter. */
  onChoose?(id: Id): void;
}

const padding = 20;
/** Below this scale names cannot be read: the picture scrolls instead. */
const leastScale = 0.62;

const noMarks: ReadonlyMap<Id, PictureMark> = new Map();

/** A diagram as a picture that can be read, lit and chosen from, laid out where it has no places. Never edited. */
export function DiagramPicture({ diagram, label, marks = noMarks, isWhole = false, chosen, onChoose }: DiagramPictureProps) {
  const theme = useTheme();
  const drawn = usePlaced(diagram);
  const svg = useMemo(() => drawn && writeSvg(drawn, { theme, background: false, padding }), [drawn, theme]);
  const scene = useMemo(() => drawn && sceneOf(drawn), [drawn]);
  if (!drawn || !scene) return <div className={styles.picture} aria-busy="true" />;

  const { x, y, width, height } = scene.bounds;
  const viewBox = [x - padding, y - padding, width + 2 * padding, height + 2 * padding].join(' ');
  const of = (id: Id, name: string) => ({
    'data-mark': marks.get(id),
    'data-chosen': chosen === id,
    ...(onChoose
      ? {
          role: 'button',
          tabIndex: 0,
          'aria-label': name,
          'aria-pressed': chosen === id,
          onClick: () => onChoose(id),
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            onChoose(id);
          },
        }
      : { 'aria-hidden': true }),
  });
  return (
    <div className={styles.picture} role="group" aria-label={label} tabIndex={onChoose ? undefined : 0}>
      <div className={styles.sheet} style={{ minWidth: isWhole ? undefined : (width + 2 * padding) * leastScale, maxWidth: width + 2 * padding }}>
        {/* The drawing is the serializer's own text, in which every name is escaped. */}
        <div aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg ?? '' }} />
        <svg className={styles.overlay} viewBox={viewBox} data-active={onChoose !== undefined}>
          {scene.wires.map(({ id, path }) => (
            <path key={id} d={path} className={styles.wire} {...of(id, displayName(drawn, id))} />
          ))}
          {scene.cards.map(({ component, rect }) => (
            <rect key={component.id} x={rect.x - 4} y={rect.y - 4} width={rect.width + 8} height={rect.height + 8} rx="10" className={styles.card} {...of(component.id, component.name)} />
          ))}
        </svg>
      </div>
    </div>
  );
}
