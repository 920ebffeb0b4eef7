/**
 * The one source of colour. The Material UI themes (`muiTheme.ts`) and the
 * Backstage UI variables (`buiVariables.ts`) are both derived from it, so that
 * a page which mixes the two looks like one product. `palette.test.ts` holds
 * every pair that carries text to WCAG AA.
 */
export interface StatusColours {
  /** Text and icons of the status on `surface` and `app`. */
  fg: string;
  /** A quiet fill for chips and alerts. */
  bg: string;
  /** Text on `bg`. */
  onBg: string;
  border: string;
}

/** Fills of one step of a heat map, and the text that lies on it. */
export interface HeatColours {
  bg: string;
  fg: string;
}

/** Colours of charts. Never the only thing that tells two series apart. */
export interface ChartColours {
  /** In the order in which series take them; the first is the accent. */
  series: readonly string[];
  /** A former window, a target: what the series are compared with. */
  comparison: string;
  /** From low to high. */
  heat: readonly HeatColours[];
}

export interface WaymarkPalette {
  mode: 'light' | 'dark';
  /** Backgrounds, from the page upwards: each next one lies on the one before. */
  app: string;
  surface: string;
  /** A row of a table under the pointer. */
  surfaceHover: string;
  surfaceRaised: string;
  surfaceOverlay: string;
  surfaceHighest: string;
  text: string;
  textMuted: string;
  textDisabled: string;
  /** Decorative hairlines. */
  border: string;
  /** Edges of controls: 3:1 against the surface they lie on. */
  borderStrong: string;
  accent: string;
  accentHover: string;
  accentPressed: string;
  accentDisabled: string;
  onAccent: string;
  onAccentDisabled: string;
  /** Background of a selected or highlighted row. */
  accentSubtle: string;
  link: string;
  linkHover: string;
  focusRing: string;
  sidebar: {
    background: string;
    hover: string;
    text: string;
    selectedText: string;
    indicator: string;
  };
  status: Record<'success' | 'warning' | 'danger' | 'info', StatusColours>;
  chart: ChartColours;
}

const sidebar: WaymarkPalette['sidebar'] = {
  background: '#10211f',
  hover: '#1d3633',
  text: '#bccbc8',
  selectedText: '#ffffff',
  indicator: '#5fcdb6',
};

export const lightPalette: WaymarkPalette = {
  mode: 'light',
  app: '#f5f7f6',
  surface: '#ffffff',
  surfaceHover: '#ecf1ef',
  surfaceRaised: '#f3f6f5',
  surfaceOverlay: '#ffffff',
  surfaceHighest: '#eef2f1',
  text: '#16211f',
  textMuted: '#55625f',
  textDisabled: '#96a19e',
  border: '#dce3e1',
  borderStrong: '#7a8784',
  accent: '#0b6b5b',
  accentHover: '#08574a',
  accentPressed: '#06463c',
  accentDisabled: '#d5dedc',
  onAccent: '#ffffff',
  onAccentDisabled: '#6d7a77',
  accentSubtle: '#e1f1ed',
  link: '#0b6b5b',
  linkHover: '#06463c',
  focusRing: '#0b6b5b',
  sidebar,
  status: {
    success: {
      fg: '#1c7a3e',
      bg: '#e0f4e6',
      onBg: '#14592d',
      border: '#8fcaa3',
    },
    warning: {
      fg: '#925400',
      bg: '#fdf0d9',
      onBg: '#7a4300',
      border: '#e2b566',
    },
    danger: {
      fg: '#b9261f',
      bg: '#fde7e5',
      onBg: '#941a14',
      border: '#e79c97',
    },
    info: { fg: '#1f64a8', bg: '#e4effa', onBg: '#174d83', border: '#97bde2' },
  },
  chart: {
    series: ['#0b6b5b', '#3b74c4', '#b06a00', '#8a4f9e', '#5b6b78', '#6f7a1f'],
    comparison: '#7a8784',
    heat: [
      { bg: '#edf5f3', fg: '#16211f' },
      { bg: '#c9e5de', fg: '#16211f' },
      { bg: '#90c9bb', fg: '#16211f' },
      { bg: '#2f7f6e', fg: '#ffffff' },
      { bg: '#0b5549', fg: '#ffffff' },
    ],
  },
};

export const darkPalette: WaymarkPalette = {
  mode: 'dark',
  app: '#121918',
  surface: '#1a2321',
  surfaceHover: '#2b3735',
  surfaceRaised: '#222d2b',
  surfaceOverlay: '#2a3634',
  surfaceHighest: '#33403e',
  text: '#e8efed',
  textMuted: '#a9b7b4',
  textDisabled: '#6c7976',
  border: '#313e3b',
  borderStrong: '#788783',
  accent: '#5fcdb6',
  accentHover: '#7ddac6',
  accentPressed: '#98e4d4',
  accentDisabled: '#2d3a37',
  onAccent: '#06231d',
  onAccentDisabled: '#93a19e',
  accentSubtle: '#173a34',
  link: '#6fd5c0',
  linkHover: '#98e4d4',
  focusRing: '#7ddac6',
  sidebar: { ...sidebar, background: '#0c1413', hover: '#1a2927' },
  status: {
    success: {
      fg: '#62cf88',
      bg: '#10301c',
      onBg: '#8fe0ab',
      border: '#2c6a42',
    },
    warning: {
      fg: '#f0b04a',
      bg: '#35260a',
      onBg: '#f5c77d',
      border: '#7a5a1c',
    },
    danger: {
      fg: '#ff8a82',
      bg: '#3b1513',
      onBg: '#ffb0aa',
      border: '#8a3a35',
    },
    info: { fg: '#7cb8f2', bg: '#12283d', onBg: '#a8d0f7', border: '#315a82' },
  },
  chart: {
    series: ['#5fcdb6', '#7cb0f2', '#e2a54a', '#cfa0e0', '#a3b1bb', '#c3cf6b'],
    comparison: '#8a9995',
    heat: [
      { bg: '#22302d', fg: '#e8efed' },
      { bg: '#21463f', fg: '#e8efed' },
      { bg: '#2b6558', fg: '#ffffff' },
      { bg: '#46a391', fg: '#06231d' },
      { bg: '#7ddac6', fg: '#06231d' },
    ],
  },
};
