import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

const DEFAULT_LOCALE = 'en-GB';
const LOCALE_OF_LANGUAGE: Readonly<Record<string, string>> = {
  en: DEFAULT_LOCALE,
};

/** Locale of numbers and dates, after the language that the reader chose. */
export function useLocale(): string {
  const language = useApiHolder()
    .get(appLanguageApiRef)
    ?.getLanguage().language;
  if (!language) return DEFAULT_LOCALE;
  return LOCALE_OF_LANGUAGE[language] ?? language;
}
