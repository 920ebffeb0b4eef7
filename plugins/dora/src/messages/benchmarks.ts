export const benchmarksMessages = {
  benchmark: {
    title: 'What good looks like',
    subtitle: 'Answers of other organisations, and what they are not',
    ownFirst:
      'Your own window before is the first comparison: it is in every card. What others answered says what is possible, not what is right for your work.',
    quickCheck: 'On the scale of {{source}}',
    quickCheckNote:
      '0 to 10, higher is better. The survey asks people about their own application; this measures. The two are near each other and not the same.',
    metric: 'Metric',
    here: 'Here',
    score: 'Score here',
    industry: 'All industries, {{year}}',
    industryWithSpread: '{{mean}} (spread {{spread}})',
    clusters: 'Groups in {{source}}',
    clustersNote:
      'Groups that the answers of {{year}} fell into. They are no thresholds and no target: they overlap, leave gaps, and are not in the same order for every metric, so nobody is given the name of one here. Later reports have none.',
    year: 'Report of the year',
    upTo: 'under {{high}}',
    from: '{{low}} and more',
    onceIn: 'once in {{from}}–{{to}} days',
    moreRarely: 'more rarely than once in {{days}} days',
    none: 'not known',
    tooFew: 'too few to judge',
  },
} as const;
