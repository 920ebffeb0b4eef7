import { IntervalPicker, WindowPicker, useMetricWindow } from '../../src';

const NOW = new Date('2026-03-30T09:00:00Z');

export function PickerSection() {
  const state = useMetricWindow(NOW);
  return (
    <div className="pickers">
      <WindowPicker state={state} />
      <IntervalPicker value={state.interval} onChange={state.setInterval} />
    </div>
  );
}
