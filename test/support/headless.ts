import { vi } from 'vitest';

const { wall } = vi.hoisted(() => ({
  wall: (name: string) => () => {
    throw new Error(`The headless part must not load ${name}.`);
  },
}));

vi.mock('react', wall('react'));
vi.mock('react-dom', wall('react-dom'));
vi.mock('zustand', wall('zustand'));
vi.mock('@xyflow/react', wall('@xyflow/react'));
