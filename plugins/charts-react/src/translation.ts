import { createTranslationRef } from '@backstage/frontend-plugin-api';

export const chartsTranslationRef = createTranslationRef({
  id: 'charts',
  messages: {
    unit: {
      perWeek: 'per week',
      daysPerWeek: 'days a week',
      percentagePoints: 'pp',
    },
    unitName: {
      seconds: 'Duration',
      rate: 'Per cent',
      count: 'Count',
      perWeek: 'Per week',
      daysPerWeek: 'Days a week',
      ratio: 'Ratio',
      score: 'Score',
    },
    interval: {
      label: 'Interval',
      day: 'Day',
      week: 'Week',
      month: 'Month',
    },
    period: {
      week: 'Week of {{date}}',
      soFar: '{{period}}, so far',
    },
    figure: {
      n: 'n = {{n}}',
      noData: 'no data',
      window: '{{dates}} ({{zone}})',
      tooFew_zero: 'Nothing was measured.',
      tooFew_one: 'Only 1 measurement: too few to judge by.',
      tooFew_other: 'Only {{count}} measurements: too few to judge by.',
    },
    state: {
      loading: 'Loading: {{title}}',
      failed: 'This could not be loaded',
      retry: 'Try again',
      empty: 'Nothing was measured in this window',
      emptyWhy: 'Choose a longer window, or see which sources report.',
      suppressed: 'Withheld: fewer than {{k}} people',
      suppressedWhy:
        'Figures about so few could be traced to a person, so nobody sees them.',
    },
    frame: {
      table: 'Table',
      asTable: 'Show as table: {{title}}',
      csv: 'CSV',
      downloadCsv: 'Download CSV: {{title}}',
    },
    legend: {
      partial: 'Not over yet',
      band: '95 % interval',
      target: 'Target {{value}}',
    },
    plot: {
      role: 'chart',
      hint: 'Arrow keys move between the points.',
      hintOpen:
        'Arrow keys move between the points. Enter opens what is behind one.',
    },
    strip: {
      lowest: 'Lowest',
      median: 'Median',
      highest: 'Highest',
      values_one: '{{count}} answer',
      values_other: '{{count}} answers',
      note: 'Each dot is an answer; the bar is the median.',
    },
    distribution: {
      range: 'Range',
      count: 'Number',
      share: '{{share}} of all',
    },
    timeline: {
      lane: 'Lane',
      what: 'What',
      start: 'Start',
      end: 'End',
      outcome: 'Outcome',
      open: 'not over',
<<<<<<< HEAD
      span: 'From start to end; pale while it is not over',
=======
      span: 'lasts; dashed while it is not over',
>>>>>>> w/charts
      one: '{{lane}}, {{when}}',
      several: '{{lane}}, {{when}}: {{number}}',
      more_one: 'and {{count}} more',
      more_other: 'and {{count}} more',
<<<<<<< HEAD
      tone: { neutral: 'neither', good: 'succeeded', bad: 'failed' },
=======
      tone: { neutral: 'neither', good: 'went well', bad: 'went badly' },
>>>>>>> w/charts
    },
    heat: {
      scale: 'Scale',
      hint: 'Arrow keys move between the cells. Enter opens what is behind one.',
      suppressed: 'withheld: fewer than {{k}}',
      withheld: 'withheld',
    },
    sparkline: {
      text: '{{label}}: {{periods}} periods from {{lowest}} to {{highest}}, last {{last}}',
    },
    card: {
      interval: '95 % interval {{interval}}',
<<<<<<< HEAD
      noInterval: 'No interval',
      before: 'before: {{value}}',
=======
      before: '{{value}} in the window before',
>>>>>>> w/charts
      noBefore: 'No window before to compare with',
      verdict: {
        better: 'better',
        worse: 'worse',
        changed: 'changed',
        same: 'no change',
        unclear: 'not clear',
      },
      verdictWhy: {
        better: 'The difference is larger than chance explains.',
        worse: 'The difference is larger than chance explains.',
        changed: 'Neither direction is better.',
        same: 'The difference is below half a per cent.',
        unclear:
          'The intervals overlap or the sample is small: chance may explain it.',
      },
      target: 'Target {{value}}',
      met: 'met',
      missed: 'not met',
      freshness: 'Data up to {{instant}}',
      noFreshness: 'No data yet',
      suppressed: 'Withheld',
      suppressedWhy: 'fewer than {{k}} people',
      noData: 'No data',
      noDataWhy: 'Nothing was measured in this window.',
      tooFew: 'too few to judge',
      open: 'Open the list',
    },
    definition: {
      open: 'What is {{name}}?',
      formula: 'Formula',
      source: 'Source',
      doesNotTell: 'What this does not tell you',
    },
    window: {
      label: 'Window',
      preset: {
        '7d': 'Last 7 days',
        '28d': 'Last 28 days',
        '90d': 'Last 90 days',
        '12m': 'Last 12 months',
        quarter: 'This quarter',
        custom: 'Own dates',
      },
      from: 'From',
      until: 'Until and with',
      apply: 'Apply',
      compare: 'Compare with the window before',
      comparedWith: 'compared with {{dates}}',
      problem: {
        date: 'This is not a date. Choose one such as 2026-03-31.',
        order: 'The last day is before the first. Choose a later one.',
        tooLong:
          'The window is longer than 25 months, which is how long data is kept.',
        future: 'The window has not begun. Choose a day up to today.',
      },
      badAddress:
        'The window in the address is not valid ({{field}}), so this shows the last 28 days.',
    },
    teams: {
      team: 'Team',
      filter: 'Filter teams',
      none: 'No team matches.',
      sortBy: 'Sort by {{column}}',
      tooFew: 'few',
      suppressed: 'fewer than {{k}}',
    },
  },
});
