import type { PropsWithChildren } from 'react';
import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { UnifiedThemeProvider } from '@backstage/theme';
import useObservable from 'react-use/esm/useObservable';
import { buiStyleSheet } from '../../theme/buiVariables';
import { createWaymarkTheme } from '../../theme/muiTheme';
import { darkPalette, lightPalette } from '../../theme/palette';
import { usePrefersDark } from './usePrefersDark';

const themes = {
  light: createWaymarkTheme(lightPalette),
  dark: createWaymarkTheme(darkPalette),
};

// Always both: toasts turn the mode of the page around.
const styleSheet = [lightPalette, darkPalette].map(buiStyleSheet).join('\n');

/**
 * Serves both component kits from one palette. One component for light and
 * dark, which asks itself which of the two it is: with a component each, React
 * would build the whole page anew, and drop what was typed into it, whenever
 * the system changes to dark.
 */
export function WaymarkThemeProvider({ children }: PropsWithChildren<{}>) {
  const appThemeApi = useApi(appThemeApiRef);
  const chosen = useObservable(
    appThemeApi.activeThemeId$(),
    appThemeApi.getActiveThemeId(),
  );
  const prefersDark = usePrefersDark();
  const isDark = chosen ? chosen === 'dark' : prefersDark;
  return (
    <UnifiedThemeProvider
      theme={isDark ? themes.dark : themes.light}
      themeName="waymark"
    >
      <style>{styleSheet}</style>
      {children}
    </UnifiedThemeProvider>
  );
}
