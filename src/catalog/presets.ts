import type { Kind, Preset, Product } from './kind.ts';

/** The product of a kind that a person means: by its name or another word for it, in any case. */
export function productNamed(kind: Kind, technology: string): Product | undefined {
  const wanted = technology.trim().toLowerCase();
  return kind.products.find(({ name, aliases = [] }) => [name, ...aliases].some((word) => word.toLowerCase() === wanted));
}

/** The presets of the product that a component names. None where it names none, or one that nobody knows. */
export function presetsOf(kind: Kind, technology: string | undefined): readonly Preset[] {
  const product = technology === undefined ? undefined : productNamed(kind, technology);
  return product ? kind.presets.filter((preset) => preset.technology === product.name) : [];
}
