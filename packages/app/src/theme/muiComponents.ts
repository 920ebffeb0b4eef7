import type { UnifiedThemeOptions } from '@backstage/theme';
import type { WaymarkPalette } from './palette';

const CARD_RADIUS_PX = 8;
const CONTROL_RADIUS_PX = 6;
/** Where the hint of the graph would lie over its nodes. */
const NARROW = '@media (max-width: 900px)';

// What the type of the theme has no names for. Draggable headings would put a
// button into the button that sorts; the graph is scaled to fit its card, and
// only a large font leaves it legible.
const untypedComponents: object = {
  BackstageTableHeader: {
    defaultProps: { draggable: false },
    styleOverrides: { header: { textTransform: 'none', borderTop: 0 } },
  },
  PluginCatalogGraphCustomNode: { styleOverrides: { text: { fontSize: 34 } } },
  PluginCatalogGraphCustomLabel: { styleOverrides: { text: { fontSize: 22 } } },
  PluginCatalogGraphCatalogGraphPage: {
    styleOverrides: {
      graphWrapper: { [NARROW]: { flexDirection: 'column', minHeight: 420 } },
      legend: { [NARROW]: { position: 'static' } },
    },
  },
  CatalogReactUserListPicker: {
    styleOverrides: {
      root: { backgroundColor: 'transparent', border: 0 },
      title: { margin: '8px 0 0', textTransform: 'none', fontSize: 13 },
      groupWrapper: { margin: '4px 0 12px' },
      menuItem: { minHeight: 40 },
    },
  },
  BackstageHighlightedSearchResultText: {
    styleOverrides: {
      highlight: {
        backgroundColor: 'var(--waymark-accent-subtle)',
        color: 'inherit',
        fontWeight: 600,
      },
    },
  },
  CatalogSearchResultListItem: {
    styleOverrides: { itemText: { wordBreak: 'break-word' } },
  },
};

/**
 * Style overrides that bring Material UI close to Backstage UI: hairlines in
 * place of shadows, the same radii, sentence case on buttons, denser tables.
 */
export function muiComponents(
  palette: WaymarkPalette,
): NonNullable<UnifiedThemeOptions['components']> {
  const focusRing = {
    '&:focus-visible': {
      outline: `2px solid ${palette.focusRing}`,
      outlineOffset: 2,
    },
  };
  const overrides = {
    MuiCssBaseline: {
      styleOverrides: {
        body: { backgroundColor: palette.app, color: palette.text },
      },
    },
    MuiPaper: {
      styleOverrides: {
        root: { backgroundImage: 'none' },
        rounded: { borderRadius: CARD_RADIUS_PX },
        elevation1: {
          boxShadow: 'none',
          border: `1px solid ${palette.border}`,
        },
        elevation2: {
          boxShadow: 'none',
          border: `1px solid ${palette.border}`,
        },
      },
    },
    MuiButton: {
      styleOverrides: {
        root: {
          textTransform: 'none' as const,
          borderRadius: CONTROL_RADIUS_PX,
          fontWeight: 600,
          ...focusRing,
        },
        contained: { boxShadow: 'none', '&:hover': { boxShadow: 'none' } },
      },
    },
    // Whatever turns says what it is; callers may say more.
    MuiCircularProgress: { defaultProps: { 'aria-label': 'Loading' } },
    MuiLinearProgress: { defaultProps: { 'aria-label': 'Loading' } },
    ...untypedComponents,
    MuiIconButton: { styleOverrides: { root: focusRing } },
    MuiTab: {
      styleOverrides: {
        root: {
          color: palette.textMuted,
          letterSpacing: 0,
          textTransform: 'none' as const,
          '&:hover': { color: palette.text, background: 'transparent' },
          '&.Mui-selected': { color: palette.text },
        },
        textColorPrimary: { color: palette.textMuted },
      },
    },
    MuiTableRow: {
      styleOverrides: {
        root: { '&:nth-of-type(odd)': { backgroundColor: 'transparent' } },
        head: { '&:nth-of-type(odd)': { backgroundColor: 'transparent' } },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: {
          lineHeight: 1.4,
          padding: '8px 16px',
          borderBottom: `1px solid ${palette.border}`,
        },
        sizeSmall: { padding: '6px 16px' },
        head: { color: palette.textMuted, fontWeight: 600 },
      },
    },
    MuiChip: {
      styleOverrides: {
        root: {
          backgroundColor: palette.surfaceRaised,
          color: palette.text,
          borderRadius: CONTROL_RADIUS_PX,
        },
      },
    },
    MuiTypography: {
      styleOverrides: { body1: { fontSize: '0.875rem' } },
    },
    MuiOutlinedInput: {
      styleOverrides: { notchedOutline: { borderColor: palette.borderStrong } },
    },
    // What measures itself against the window leaves room for the strip above.
    BackstageSidebar: {
      styleOverrides: { drawer: { top: 'var(--waymark-banner-height)' } },
    },
    BackstagePage: {
      styleOverrides: {
        root: { height: 'calc(100vh - var(--waymark-banner-height))' },
      },
    },
    BackstageHeader: {
      styleOverrides: {
        header: {
          boxShadow: 'none',
          backgroundColor: palette.app,
          borderBottom: `1px solid ${palette.border}`,
          padding: '16px 24px',
        },
        title: { fontSize: 24 },
        subtitle: { opacity: 1, color: palette.textMuted },
        type: { opacity: 1, color: palette.textMuted },
      },
    },
    BackstageSidebarItem: {
      styleOverrides: {
        root: { height: 40, textDecoration: 'none' },
        label: { fontWeight: 500 },
        // Only as wide as what it holds, so that labels need not be cut.
        secondaryAction: { width: 'auto', marginRight: 8 },
      },
    },
  };
  return overrides;
}
