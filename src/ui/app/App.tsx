import { Canvas } from '#ui/canvas/Canvas.tsx';
import { Palette } from '#ui/palette/Palette.tsx';
import styles from './App.module.css';

/** The whole editor. */
export function App() {
  return (
    <div className={styles.app}>
      <main className={styles.main}>
        <div className={styles.palette}>
          <Palette />
        </div>
        <div className={styles.centre}>
          <Canvas />
        </div>
      </main>
      <input type="file" hidden data-testid="open-file" />
    </div>
  );
}
