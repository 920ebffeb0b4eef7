import { HeatMap, TeamTable } from '../../src';
import { sampleWindow } from '../samples/metrics';
import { columns, levels, teams, topics } from '../samples/teams';

export const HeatSection = () => (
  <HeatMap
    title="Maturity by team and dimension"
    description="Teams by name. * rests on fewer than five answers."
    unit="score"
    domain={[0, 5]}
    rowLabel="Team"
    columns={topics}
    rows={levels}
  />
);

export const TeamSection = () => (
  <TeamTable
    title="Teams"
    window={sampleWindow}
    columns={columns}
    rows={teams}
  />
);
