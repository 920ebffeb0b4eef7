import { InputError } from '@backstage/errors';
import { GitProviderConfig } from '@waymark/git-node';
import { ProblemCode } from '@waymark/plugin-catalog-git-common';

/** A repository holds more than one may; nothing of it is taken over. */
export class BeyondBoundError extends InputError {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Adds up what one repository has and stops at its limits. */
export class ReadingBounds {
  readonly #limits: GitProviderConfig['limits'];
  #bytes = 0;
  #documents = 0;

  constructor(limits: GitProviderConfig['limits']) {
    this.#limits = limits;
  }

  /** @throws BeyondBoundError */
  checkFiles(count: number): void {
    const { filesPerRepository } = this.#limits;
    if (count > filesPerRepository) {
      throw new BeyondBoundError(
        'too-large',
        `The repository has ${count} catalog files, the limit is ${filesPerRepository} (filesPerRepository)`,
      );
    }
  }

  /** @throws BeyondBoundError */
  addBytes(bytes: number): void {
    this.#bytes += bytes;
    const { totalBytes } = this.#limits;
    if (this.#bytes > totalBytes) {
      throw new BeyondBoundError(
        'too-large',
        `The catalog files of the repository are larger than ${totalBytes} bytes together (totalBytes)`,
      );
    }
  }

  /** @throws BeyondBoundError */
  addDocuments(count: number): void {
    this.#documents += count;
    const { entitiesPerRepository } = this.#limits;
    if (this.#documents > entitiesPerRepository) {
      throw new BeyondBoundError(
        'too-many-documents',
        `The catalog files of the repository have more than ${entitiesPerRepository} documents together (entitiesPerRepository)`,
      );
    }
  }
}
