import type { SchedulerService } from '@backstage/backend-plugin-api';
import { RunJournal } from './RunJournal';

/** A scheduler whose task runners give each run a page of its own in the journal. */
export function watchRuns(
  scheduler: SchedulerService,
  journal: RunJournal,
): SchedulerService {
  return {
    createScheduledTaskRunner(schedule) {
      const runner = scheduler.createScheduledTaskRunner(schedule);
      return {
        run: task =>
          runner.run({
            ...task,
            fn: signal => journal.run(() => task.fn(signal)),
          }),
      };
    },
    scheduleTask: task => scheduler.scheduleTask(task),
    triggerTask: id => scheduler.triggerTask(id),
    cancelTask: id => scheduler.cancelTask(id),
    getScheduledTasks: () => scheduler.getScheduledTasks(),
  };
}
