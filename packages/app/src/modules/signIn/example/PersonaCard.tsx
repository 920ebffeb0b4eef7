import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { waymarkTranslationRef } from '../../../translation';
import type { Persona } from '../../example/readExample';
import styles from './PersonaCard.module.css';
import { useRoleLabel } from './useRoleLabel';

interface PersonaCardProps {
  persona: Persona;
  disabled: boolean;
  onSelect: (userRef: string) => void;
}

/** One person to sign in as: the whole card is the button. */
export function PersonaCard({ persona, disabled, onSelect }: PersonaCardProps) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const role = useRoleLabel()(persona.role);
  return (
    <button
      type="button"
      className={styles.card}
      disabled={disabled}
      onClick={() => onSelect(persona.userRef)}
      aria-label={t('signIn.example.signInAs', {
        name: persona.displayName,
        role,
      })}
    >
      <span className={styles.role}>{role}</span>
      <span className={styles.name}>{persona.displayName}</span>
      {persona.title && <span className={styles.title}>{persona.title}</span>}
      {persona.summary && (
        <span className={styles.summary}>{persona.summary}</span>
      )}
    </button>
  );
}
