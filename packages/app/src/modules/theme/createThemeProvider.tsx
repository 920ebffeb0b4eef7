import type { PropsWithChildren } from 'react';
import { UnifiedThemeProvider } from '@backstage/theme';
import { buiStyleSheet } from '../../theme/buiVariables';
import { createWaymarkTheme } from '../../theme/muiTheme';
import {
  darkPalette,
  lightPalette,
  type WaymarkPalette,
} from '../../theme/palette';

// Always both: toasts turn the mode of the page around.
const styleSheet = [lightPalette, darkPalette].map(buiStyleSheet).join('\n');

/** A theme provider that serves both component kits from one palette. */
export function createThemeProvider(palette: WaymarkPalette) {
  const theme = createWaymarkTheme(palette);
  return function WaymarkThemeProvider({ children }: PropsWithChildren<{}>) {
    return (
      <UnifiedThemeProvider theme={theme} themeName="waymark">
        <style>{styleSheet}</style>
        {children}
      </UnifiedThemeProvider>
    );
  };
}
