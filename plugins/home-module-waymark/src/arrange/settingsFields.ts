import type { JsonObject } from '@backstage/types';
import type { Widget } from '../layout/widgetInfo';

interface FieldBase {
  name: string;
  label: string;
  description?: string;
}

/** One setting, as a form shows it. */
export type SettingsField = FieldBase &
  (
    | { kind: 'choice'; options: { id: string; label: string }[] }
    | { kind: 'number'; minimum?: number; maximum?: number; step?: number }
    | { kind: 'switch' }
    | { kind: 'text' }
  );

/**
 * The settings of a widget: the properties of its schema that are text, a
 * number, yes or no, or one of several values. Others have no field.
 */
export function settingsFields({ settings }: Widget): SettingsField[] {
  return Object.entries(settings?.schema?.properties ?? {}).flatMap(
    ([name, property]): SettingsField[] => {
      if (typeof property !== 'object') {
        return [];
      }
      const base = {
        name,
        label: property.title ?? name,
        description: property.description,
      };
      if (property.enum) {
        const options = property.enum
          .map(String)
          .map(id => ({ id, label: id }));
        return [{ ...base, kind: 'choice', options }];
      }
      switch (property.type) {
        case 'number':
        case 'integer':
          return [
            {
              ...base,
              kind: 'number',
              minimum: property.minimum,
              maximum: property.maximum,
              step: property.type === 'integer' ? 1 : undefined,
            },
          ];
        case 'boolean':
          return [{ ...base, kind: 'switch' }];
        case 'string':
          return [{ ...base, kind: 'text' }];
        default:
          return [];
      }
    },
  );
}

/** The value of an enumeration as its schema has it: `7`, not `"7"`. */
export function choiceOf(widget: Widget, name: string, id: string) {
  const property = widget.settings?.schema?.properties?.[name];
  const values = typeof property === 'object' ? property.enum ?? [] : [];
  return values.find(value => String(value) === id) as JsonObject[string];
}
