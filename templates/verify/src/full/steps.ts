export interface StepResult {
  step: string;
  passed: boolean;
  seconds: number;
  problem?: string;
}

/** Does one thing, and takes down how long it took and whether it went well; throws if it did not. */
export type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function recordSteps(
  results: StepResult[],
  tell: (text: string) => void,
): Step {
  return async (step, work) => {
    const startedAt = Date.now();
    const seconds = () => Math.round((Date.now() - startedAt) / 100) / 10;
    try {
      const result = await work();
      results.push({ step, passed: true, seconds: seconds() });
      tell(`${step}: ${seconds()} s`);
      return result;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      results.push({ step, passed: false, seconds: seconds(), problem });
      tell(`${step}: FAILED\n${problem}`);
      throw error;
    }
  };
}
