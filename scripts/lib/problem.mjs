/**
 * A failure that a person can do something about: what happened, and the remedy.
 * The launcher prints these two lines and no stack trace.
 */
export class Problem extends Error {
  constructor(message, remedy) {
    super(message);
    this.name = 'Problem';
    this.remedy = remedy;
  }
}
