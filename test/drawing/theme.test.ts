import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DrawingTheme, drawingThemes, type ThemeName } from '#drawing/theme.ts';

const css = fs.readFileSync('src/ui/theme/tokens.css', 'utf8');

/** The custom properties that the style sheet sets for a theme. */
function tokensOf(name: ThemeName): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-theme='${name}'\\][^{]*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, token, value]) => [token ?? '', (value ?? '').trim().toUpperCase()]));
}

/** Names of custom properties, with the values of the drawing. */
const mirrored = (theme: DrawingTheme): [string, string][] => [
  ['canvas', theme.canvas],
  ['canvas-dot', theme.dot],
  ['ink-1', theme.ink1],
  ['ink-2', theme.ink2],
  ['ink-3', theme.ink3],
  ['line', theme.line],
  ['connection', theme.connection],
  ['note', theme.note],
  ...Object.entries(theme.accent).map(([family, colour]): [string, string] => [`accent-${family}`, colour]),
  ...Object.entries(theme.tint).map(([family, colour]): [string, string] => [`tint-${family}`, colour]),
];

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

describe.each(['light', 'dark'] as const)('%s', (name) => {
  const theme = drawingThemes[name];

  test.each(mirrored(theme))('--%s in the style sheet is %s', (token, colour) => {
    expect(tokensOf(name).get(token)).toBe(colour.toUpperCase());
  });

  test.each(Object.entries(theme.tint))('text on %s cards can be read', (_, tint) => {
    expect(contrast(theme.ink1, tint)).toBeGreaterThan(7);
    expect(contrast(theme.ink2, tint)).toBeGreaterThan(4.5);
  });

  test('text on the canvas and on notes can be read', () => {
    for (const ink of [theme.ink1, theme.ink2, theme.ink3]) expect(contrast(ink, theme.canvas)).toBeGreaterThan(4.5);
    expect(contrast(theme.ink1, theme.note)).toBeGreaterThan(7);
  });

  test('outlines and lines stand out from the canvas', () => {
    for (const accent of Object.values(theme.accent)) expect(contrast(accent, theme.canvas)).toBeGreaterThan(3);
    expect(contrast(theme.connection, theme.canvas)).toBeGreaterThan(3);
  });
});
