import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  NumberField,
  Select,
  Switch,
  TextField,
} from '@backstage/ui';
import { defaultSettingsOf, titleOf, type Widget } from '../layout/widgetInfo';
import { homeTranslationRef } from '../translation';
import styles from './ArrangeMode.module.css';
import { choiceOf, settingsFields, type SettingsField } from './settingsFields';

interface SettingsDialogProps {
  widget: Widget;
  settings: JsonObject | undefined;
  onSave(settings: JsonObject): void;
  onClose(): void;
}

/** A form made of what a widget says of its settings. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { widget, settings, onSave, onClose } = props;
  const { t } = useTranslationRef(homeTranslationRef);
  const [values, setValues] = useState<JsonObject>({
    ...defaultSettingsOf(widget),
    ...settings,
  });
  const set = (name: string, value: JsonValue) =>
    setValues(previous => ({ ...previous, [name]: value }));

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>
        {t('settings.title', { title: titleOf(widget) })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {settingsFields(widget).map(field => (
            <Field
              key={field.name}
              field={field}
              value={values[field.name]}
              onChange={value =>
                set(
                  field.name,
                  field.kind === 'choice'
                    ? choiceOf(widget, field.name, String(value)) ?? value
                    : value,
                )
              }
            />
          ))}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('settings.cancel')}
        </Button>
        <Button variant="primary" onPress={() => onSave(values)}>
          {t('settings.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

interface FieldProps {
  field: SettingsField;
  value: JsonValue | undefined;
  onChange(value: JsonValue): void;
}

function Field({ field, value, onChange }: FieldProps) {
  const { label, description } = field;
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          label={label}
          description={description}
          options={field.options.map(({ id, label: text }) => ({
            value: id,
            label: text,
          }))}
          value={String(value ?? '')}
          onChange={key => onChange(String(key ?? ''))}
        />
      );
    case 'number':
      return (
        <NumberField
          label={label}
          description={description}
          value={typeof value === 'number' ? value : undefined}
          minValue={field.minimum}
          maxValue={field.maximum}
          step={field.step}
          onChange={onChange}
        />
      );
    case 'switch':
      return (
        <Switch label={label} isSelected={value === true} onChange={onChange} />
      );
    default:
      return (
        <TextField
          label={label}
          description={description}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
  }
}
