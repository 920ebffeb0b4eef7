import { useState, type FormEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import { waymarkTranslationRef } from '../../../translation';
import styles from './ExampleSignIn.module.css';
import { LONGEST_REFERENCE, readPerson } from './readPerson';

interface SomeoneElseFormProps {
  /** Without an example organisation people are marked by whoever pushes them. */
  isMarkedByHand: boolean;
  disabled: boolean;
  onSubmit: (person: string) => void;
}

/** Sign-in as any other user of the catalog. */
export function SomeoneElseForm(props: SomeoneElseFormProps) {
  const { isMarkedByHand, disabled, onSubmit } = props;
  const { t } = useTranslationRef(waymarkTranslationRef);
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const person = readPerson(text);
    setRefused(!person);
    if (person) onSubmit(person);
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <h2 className={styles.formTitle}>{t('signIn.example.other')}</h2>
      <div className={styles.formRow}>
        <TextField
          className={styles.formField}
          label={t('signIn.example.otherLabel')}
          description={
            isMarkedByHand
              ? t('signIn.example.otherDescriptionMarked')
              : t('signIn.example.otherDescription')
          }
          value={text}
          onChange={value => {
            setText(value);
            setRefused(false);
          }}
          maxLength={LONGEST_REFERENCE}
          validationBehavior="aria"
          validate={() =>
            isRefused ? t('signIn.example.otherInvalid') : undefined
          }
          autoComplete="off"
          spellCheck="false"
        />
        <Button
          type="submit"
          variant="secondary"
          isDisabled={disabled || !text.trim()}
        >
          {t('signIn.example.otherSubmit')}
        </Button>
      </div>
    </form>
  );
}
