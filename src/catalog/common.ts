import { properties } from './property.ts';

/** Properties that every component has, whatever its kind (A.0.2 but `name` and `suppressions`). */
export const common = properties({
  technology: { type: 'product', label: 'Product', help: 'The concrete product; choosing one offers its preset.', group: 'general' },
  description: { type: 'text', long: true, label: 'Description', help: 'What this component is responsible for.', group: 'general' },
  instances: { type: 'integer', min: 0, label: 'Instances', help: 'Interchangeable running copies.', group: 'redundancy', typical: 3 },
});
