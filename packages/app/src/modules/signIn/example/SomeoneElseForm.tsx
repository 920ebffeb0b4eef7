import { useState, type FormEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import { waymarkTranslationRef } from '../../../translation';
import styles from './ExampleSignIn.module.css';

interface SomeoneElseFormProps {
  disabled: boolean;
  onSubmit: (person: string) => void;
}

/** Sign-in as any other user of the catalog. */
export function SomeoneElseForm({ disabled, onSubmit }: SomeoneElseFormProps) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const [person, setPerson] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (person.trim()) {
      onSubmit(person.trim());
    }
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <h2 className={styles.formTitle}>{t('signIn.example.other')}</h2>
      <div className={styles.formRow}>
        <TextField
          className={styles.formField}
          label={t('signIn.example.otherLabel')}
          description={t('signIn.example.otherDescription')}
          value={person}
          onChange={setPerson}
          autoComplete="off"
          spellCheck="false"
        />
        <Button
          type="submit"
          variant="secondary"
          isDisabled={disabled || !person.trim()}
        >
          {t('signIn.example.otherSubmit')}
        </Button>
      </div>
    </form>
  );
}
