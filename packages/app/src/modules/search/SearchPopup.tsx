import { useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useSearch } from '@backstage/plugin-search-react';
import { ButtonIcon, Link, SearchField } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useNavigate } from 'react-router-dom';
import useDebounce from 'react-use/esm/useDebounce';
import { waymarkTranslationRef } from '../../translation';
import { FoundList } from './FoundList';
import { writeSearchAddress } from './searchAddress';
import styles from './SearchPopup.module.css';

const TYPING_PAUSE_MS = 200;

const addressOf = (term: string) =>
  `/search${writeSearchAddress({ term, types: [], filters: {} })}`;

/**
 * Search from anywhere, in the dialog of the sidebar. In place of the built-in
 * one, whose results do not say what they belong to.
 */
export function SearchPopup({ onClose }: { onClose(): void }) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { term, setTerm } = useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(term);
  useEffect(() => setTyped(term), [term]);
  useDebounce(() => setTerm(typed), TYPING_PAUSE_MS, [typed]);

  return (
    <div className={styles.popup}>
      <div className={styles.head}>
        <form
          role="search"
          className={styles.form}
          onSubmit={event => {
            event.preventDefault();
            onClose();
            navigate(addressOf(typed));
          }}
        >
          <SearchField
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type here
            autoFocus
            aria-label={t('search.label')}
            placeholder={t('search.label')}
            value={typed}
            onChange={setTyped}
          />
        </form>
        <ButtonIcon
          variant="tertiary"
          aria-label={t('search.close')}
          icon={<RiCloseLine />}
          onPress={onClose}
        />
      </div>
      <div className={styles.results}>
        <FoundList onFollow={onClose} />
      </div>
      {typed && (
        <div className={styles.foot}>
          <Link href={addressOf(typed)} onPress={onClose}>
            {t('search.more')}
          </Link>
        </div>
      )}
    </div>
  );
}
