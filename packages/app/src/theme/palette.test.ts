import { contrastRatio } from './contrast';
import { darkPalette, lightPalette, type WaymarkPalette } from './palette';

const AA_TEXT = 4.5;
const AA_CONTROL = 3;

function textPairs(palette: WaymarkPalette): [string, string, string][] {
  const surfaces = [
    'app',
    'surface',
    'surfaceHover',
    'surfaceRaised',
    'surfaceOverlay',
    'surfaceHighest',
  ] as const;
  const foregrounds = ['text', 'textMuted', 'link', 'linkHover'] as const;
  return [
    ...surfaces.flatMap(surface => [
      ...foregrounds.map((fg): [string, string, string] => [
        `${fg} on ${surface}`,
        palette[fg],
        palette[surface],
      ]),
      ...Object.entries(palette.status).map(
        ([name, status]): [string, string, string] => [
          `${name} on ${surface}`,
          status.fg,
          palette[surface],
        ],
      ),
    ]),
    ...Object.entries(palette.status).map(
      ([name, status]): [string, string, string] => [
        `${name} on its own fill`,
        status.onBg,
        status.bg,
      ],
    ),
    ['text on the accent', palette.onAccent, palette.accent],
    ['text on the hovered accent', palette.onAccent, palette.accentHover],
    ['text on the pressed accent', palette.onAccent, palette.accentPressed],
    ['text on the subtle accent', palette.text, palette.accentSubtle],
    ['link on the subtle accent', palette.link, palette.accentSubtle],
    ...palette.chart.heat.map(({ bg, fg }, step): [string, string, string] => [
      `figure on step ${step} of a heat map`,
      fg,
      bg,
    ]),
    ['sidebar item', palette.sidebar.text, palette.sidebar.background],
    ['hovered sidebar item', palette.sidebar.text, palette.sidebar.hover],
    [
      'selected sidebar item',
      palette.sidebar.selectedText,
      palette.sidebar.background,
    ],
  ];
}

describe.each([
  ['light', lightPalette],
  ['dark', darkPalette],
])('%s palette', (_, palette) => {
  it.each(textPairs(palette))('%s reaches AA', (_name, fg, bg) => {
    expect(contrastRatio(fg, bg)).toBeGreaterThanOrEqual(AA_TEXT);
  });

  it('shows the edges of controls and the focus ring', () => {
    for (const edge of [palette.borderStrong, palette.focusRing]) {
      expect(contrastRatio(edge, palette.surface)).toBeGreaterThanOrEqual(
        AA_CONTROL,
      );
      expect(contrastRatio(edge, palette.app)).toBeGreaterThanOrEqual(
        AA_CONTROL,
      );
    }
  });
});

describe.each([
  ['light', lightPalette],
  ['dark', darkPalette],
])('%s charts', (_, palette) => {
  it('draw every series where people with low vision see it', () => {
    const { series, comparison } = palette.chart;
    for (const colour of [...series, comparison]) {
      expect(contrastRatio(colour, palette.surface)).toBeGreaterThanOrEqual(
        AA_CONTROL,
      );
    }
  });
});

describe('contrastRatio', () => {
  it('knows the two ends of the scale', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#777777')).toBe(1);
  });
});
