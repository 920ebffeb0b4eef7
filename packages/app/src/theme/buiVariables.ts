import type { StatusColours, WaymarkPalette } from './palette';

function statusVariables(
  palette: WaymarkPalette['status'],
): Record<string, string> {
  const newer: Record<string, StatusColours> = {
    positive: palette.success,
    warning: palette.warning,
    negative: palette.danger,
    announcement: palette.info,
  };
  return Object.fromEntries([
    ...Object.entries(palette).flatMap(([name, colours]) => [
      [`--bui-bg-${name}`, colours.bg],
      [`--bui-fg-${name}`, colours.fg],
      [`--bui-fg-${name}-on-bg`, colours.onBg],
      [`--bui-border-${name}`, colours.border],
    ]),
    ...Object.entries(newer).flatMap(([name, colours]) => [
      [`--bui-fg-${name}`, colours.fg],
      [`--bui-${name}-border`, colours.border],
      [`--bui-${name}-bg-subdued`, colours.bg],
      [`--bui-${name}-bg-subdued-hover`, colours.bg],
      [`--bui-${name}-fg-subdued`, colours.onBg],
    ]),
  ]);
}

/** What the charts read; Backstage UI has no tokens for them. */
function chartVariables({
  series,
  comparison,
  heat,
}: WaymarkPalette['chart']): Record<string, string> {
  return Object.fromEntries([
    ...series.map((colour, index) => [`--waymark-chart-${index + 1}`, colour]),
    ['--waymark-chart-comparison', comparison],
    ...heat.flatMap(({ bg, fg }, step) => [
      [`--waymark-heat-bg-${step}`, bg],
      [`--waymark-heat-fg-${step}`, fg],
    ]),
  ]);
}

/** The Backstage UI tokens that the palette decides; the rest keep their defaults. */
export function buiVariables(palette: WaymarkPalette): Record<string, string> {
  return {
    '--bui-font-regular': 'var(--waymark-font)',
    '--bui-ring': palette.focusRing,
    '--bui-bg-app': palette.app,
    '--bui-bg-neutral-1': palette.surface,
    '--bui-bg-neutral-2': palette.surfaceRaised,
    '--bui-bg-neutral-3': palette.surfaceOverlay,
    '--bui-bg-neutral-4': palette.surfaceHighest,
    '--bui-fg-primary': palette.text,
    '--bui-fg-secondary': palette.textMuted,
    '--bui-fg-disabled': palette.textDisabled,
    '--bui-border-1': palette.border,
    '--bui-border-2': palette.borderStrong,
    '--bui-accent-bg': palette.accent,
    '--bui-accent-bg-hover': palette.accentHover,
    '--bui-accent-bg-disabled': palette.accentDisabled,
    '--bui-accent-fg': palette.onAccent,
    '--bui-accent-fg-disabled': palette.onAccentDisabled,
    ...statusVariables(palette.status),
    // Superseded, but tables and installed plugins still read them.
    /* eslint-disable @backstage/no-deprecated-bui-tokens */
    '--bui-bg-neutral-1-hover': palette.surfaceHover,
    '--bui-bg-solid': palette.accent,
    '--bui-bg-solid-hover': palette.accentHover,
    '--bui-bg-solid-pressed': palette.accentPressed,
    '--bui-bg-solid-disabled': palette.accentDisabled,
    '--bui-fg-solid': palette.onAccent,
    '--bui-fg-solid-disabled': palette.onAccentDisabled,
    /* eslint-enable @backstage/no-deprecated-bui-tokens */
    // Our own, for what Backstage UI has no token for.
    '--waymark-accent-subtle': palette.accentSubtle,
    '--waymark-link': palette.link,
    '--waymark-link-hover': palette.linkHover,
    '--waymark-brand-bg': palette.sidebar.background,
    '--waymark-brand-fg': palette.sidebar.selectedText,
    '--waymark-brand-fg-muted': palette.sidebar.text,
    '--waymark-brand-accent': palette.sidebar.indicator,
    ...chartVariables(palette.chart),
  };
}

/**
 * A style sheet that sets the variables for one theme mode. It stands outside
 * every cascade layer and therefore wins over Backstage UI's own tokens.
 */
export function buiStyleSheet(palette: WaymarkPalette): string {
  const lines = Object.entries(buiVariables(palette)).map(
    ([name, value]) => `  ${name}: ${value};`,
  );
  return `[data-theme-mode='${palette.mode}'] {\n${lines.join('\n')}\n}`;
}
