import {
  DistributionChart,
  RadarChart,
  StackedBarChart,
  StripChart,
  Timeline,
} from '../../src';
import {
  answers,
  leadTimes,
  percentiles,
  profile,
  stages,
} from '../samples/charts';
import { sampleWindow } from '../samples/metrics';
import { events, lanes } from '../samples/timeline';

export const StackedSection = () => (
  <StackedBarChart
    title="Where the lead time goes"
    description="Mean of each stage. The parts of a bar add up to the mean lead time."
    unit="seconds"
    window={sampleWindow}
    n={142}
    data={stages}
  />
);

export const RadarSection = () => (
  <RadarChart
    title="Platform maturity"
    description="Measurement is not answered yet, so the current profile has a gap there."
    unit="score"
    max={5}
    n={8}
    data={profile}
  />
);

export const StripSection = () => (
  <StripChart
    title="Where the team disagrees"
    unit="score"
    n={8}
    domain={[0, 5]}
    groupLabel="Question"
    groups={answers}
  />
);

export const DistributionSection = () => (
  <DistributionChart
    title="Distribution of lead times"
    description="Ranges widen to the right; each bar counts the changes in its range."
    window={sampleWindow}
    valueUnit="seconds"
    bins={leadTimes}
    marks={percentiles}
  />
);

const TONES = { good: 'succeeded', bad: 'failed', neutral: 'slowed down' };

export const TimelineSection = () => (
  <Timeline
    title="Deployments and incidents"
    window={sampleWindow}
    lanes={lanes}
    events={events}
    toneLabels={TONES}
  />
);
