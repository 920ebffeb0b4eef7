import type { ComponentType } from 'react';
import { CardSection, CardStateSection } from './sections/CardSection';
import { PickerSection } from './sections/PickerSection';
import {
  DistributionSection,
  RadarSection,
  StackedSection,
  StripSection,
  TimelineSection,
} from './sections/ShapeSection';
import { StateSection } from './sections/StateSection';
import { HeatSection, TeamSection } from './sections/TableSection';
import {
  AreaSection,
  BarSection,
  LineSection,
  ManyLinesSection,
} from './sections/TimeSection';

/** In the order of the page. The ids name the pictures in `docs/images/charts`. */
const SECTIONS: readonly { id: string; Section: ComponentType }[] = [
  { id: 'picker', Section: PickerSection },
  { id: 'cards', Section: CardSection },
  { id: 'card-states', Section: CardStateSection },
  { id: 'line', Section: LineSection },
  { id: 'lines', Section: ManyLinesSection },
  { id: 'area', Section: AreaSection },
  { id: 'bar', Section: BarSection },
  { id: 'stacked', Section: StackedSection },
  { id: 'distribution', Section: DistributionSection },
  { id: 'timeline', Section: TimelineSection },
  { id: 'radar', Section: RadarSection },
  { id: 'strip', Section: StripSection },
  { id: 'heat', Section: HeatSection },
  { id: 'teams', Section: TeamSection },
  { id: 'states', Section: StateSection },
];

/** Every component in every state, from fixed sample values. */
export function Gallery() {
  return (
    <main>
      <h1>Samples of charts and metric cards</h1>
      <p>Every value on this page is made up. Nothing here is measured.</p>
      {SECTIONS.map(({ id, Section }) => (
        <div key={id} data-section={id}>
          <Section />
        </div>
      ))}
    </main>
  );
}
