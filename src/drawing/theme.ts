import type { Family } from '#catalog/kind.ts';

/** The colours of a drawing, as plain values: an exported picture has no style sheet. `ui/theme/tokens.css` holds the same. */
export interface DrawingTheme {
  readonly canvas: string;
  readonly dot: string;
  readonly ink1: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly connection: string;
  readonly note: string;
  readonly accent: Readonly<Record<Family, string>>;
  readonly tint: Readonly<Record<Family, string>>;
}

export const lightTheme: DrawingTheme = {
  canvas: '#FBFBFA',
  dot: '#DADAD6',
  ink1: '#1C1917',
  ink2: '#57534E',
  ink3: '#736E68',
  line: '#E7E5E4',
  connection: '#8C8781',
  note: '#FEFBEA',
  accent: { database: '#4F46E5', storage: '#0F766E', messaging: '#C2410C', traffic: '#0369A1', lock: '#9333EA', compute: '#44403C' },
  tint: { database: '#EEF2FF', storage: '#ECFDF5', messaging: '#FFF4ED', traffic: '#EFF8FF', lock: '#FAF0FF', compute: '#FFFFFF' },
};

export const darkTheme: DrawingTheme = {
  canvas: '#161615',
  dot: '#2E2D2B',
  ink1: '#F5F5F4',
  ink2: '#B8B3AD',
  ink3: '#9B958E',
  line: '#33312F',
  connection: '#8C867F',
  note: '#2B2820',
  accent: { database: '#A5B4FC', storage: '#5EEAD4', messaging: '#FDBA74', traffic: '#7DD3FC', lock: '#D8B4FE', compute: '#D6D3D1' },
  tint: { database: '#272A45', storage: '#16302D', messaging: '#3A2416', traffic: '#15293A', lock: '#31203F', compute: '#2E2C2A' },
};

export const drawingThemes = { light: lightTheme, dark: darkTheme } as const;
export type ThemeName = keyof typeof drawingThemes;
