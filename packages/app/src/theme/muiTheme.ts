import {
  createUnifiedTheme,
  palettes,
  type PageTheme,
  type UnifiedTheme,
} from '@backstage/theme';
import { muiComponents } from './muiComponents';
import type { WaymarkPalette } from './palette';
import { fontFamily, typography } from './typography';

/** Page headers are plain: no gradient and no shape, only the text colour. */
function plainPageTheme(palette: WaymarkPalette): Record<string, PageTheme> {
  const plain: PageTheme = {
    colors: [palette.app, palette.app],
    shape: 'none',
    backgroundImage: 'none',
    fontColor: palette.text,
  };
  return { home: plain, card: plain };
}

function muiPalette(palette: WaymarkPalette) {
  const { status } = palette;
  return {
    ...palettes[palette.mode],
    primary: {
      main: palette.accent,
      light: palette.accentPressed,
      dark: palette.accentHover,
      contrastText: palette.onAccent,
    },
    secondary: { main: palette.accent, contrastText: palette.onAccent },
    error: { main: status.danger.fg },
    warning: { main: status.warning.fg },
    success: { main: status.success.fg },
    info: { main: status.info.fg },
    background: { default: palette.app, paper: palette.surface },
    text: {
      primary: palette.text,
      secondary: palette.textMuted,
      disabled: palette.textDisabled,
    },
    divider: palette.border,
    border: palette.border,
    textContrast: palette.text,
    textSubtle: palette.textMuted,
    textVerySubtle: palette.border,
    highlight: palette.accentSubtle,
    link: palette.link,
    linkHover: palette.linkHover,
    errorBackground: status.danger.bg,
    errorText: status.danger.onBg,
    warningBackground: status.warning.bg,
    warningText: status.warning.onBg,
    infoBackground: status.info.bg,
    infoText: status.info.onBg,
    status: {
      ok: status.success.fg,
      warning: status.warning.fg,
      error: status.danger.fg,
      running: status.info.fg,
      pending: status.warning.fg,
      aborted: palette.textMuted,
    },
    banner: {
      info: status.info.bg,
      error: status.danger.bg,
      warning: status.warning.bg,
      text: palette.text,
      link: palette.link,
      closeButtonColor: palette.text,
    },
    navigation: {
      background: palette.sidebar.background,
      color: palette.sidebar.text,
      selectedColor: palette.sidebar.selectedText,
      indicator: palette.sidebar.indicator,
      navItem: { hoverBackground: palette.sidebar.hover },
      submenu: { background: palette.sidebar.hover },
    },
    tabbar: { indicator: palette.accent },
    code: { background: palette.surfaceRaised },
  };
}

/** The Material UI themes (versions 4 and 5) of a palette. */
export function createWaymarkTheme(palette: WaymarkPalette): UnifiedTheme {
  return createUnifiedTheme({
    palette: muiPalette(palette),
    fontFamily,
    typography,
    defaultPageTheme: 'home',
    pageTheme: plainPageTheme(palette),
    components: muiComponents(palette),
  });
}
