import type { UnifiedThemeOptions } from '@backstage/theme';

/** The reader's own interface font: nothing to download, familiar, sharp at 13 px. */
export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export const typography: NonNullable<UnifiedThemeOptions['typography']> = {
  htmlFontSize: 16,
  fontFamily,
  h1: { fontSize: 28, fontWeight: 650, marginBottom: 8 },
  h2: { fontSize: 24, fontWeight: 650, marginBottom: 8 },
  h3: { fontSize: 20, fontWeight: 650, marginBottom: 6 },
  h4: { fontSize: 18, fontWeight: 650, marginBottom: 6 },
  h5: { fontSize: 16, fontWeight: 650, marginBottom: 4 },
  h6: { fontSize: 15, fontWeight: 650, marginBottom: 2 },
};
