import type { PropsWithChildren } from 'react';
import { UnifiedThemeProvider } from '@backstage/theme';
import { buiStyleSheet } from '../../theme/buiVariables';
import { createWaymarkTheme } from '../../theme/muiTheme';
import type { WaymarkPalette } from '../../theme/palette';

/** A theme provider that serves both component kits from one palette. */
export function createThemeProvider(palette: WaymarkPalette) {
  const theme = createWaymarkTheme(palette);
  const styleSheet = buiStyleSheet(palette);
  return function WaymarkThemeProvider({ children }: PropsWithChildren<{}>) {
    return (
      <UnifiedThemeProvider theme={theme} themeName="waymark">
        <style>{styleSheet}</style>
        {children}
      </UnifiedThemeProvider>
    );
  };
}
