import { GitBlob } from '../types';

type State =
  | { step: 'header'; text: string }
  | { step: 'body'; id: string; size: number; left: number; chunks: Buffer[] }
  | { step: 'newline' };

/**
 * Parses the output of `git cat-file --batch` chunk by chunk: a header line
 * `<id> <type> <size>`, that many bytes, a line break. Contents above the
 * limit are counted and thrown away as they pass.
 */
export class BatchParser {
  readonly #maxBytes: number;
  readonly #blobs = new Map<string, GitBlob>();
  #state: State = { step: 'header', text: '' };

  constructor(options: { maxBytes: number }) {
    this.#maxBytes = options.maxBytes;
  }

  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      rest = this.#take(rest);
    }
  }

  /** The blobs in the order of `ids`; what never came is missing. */
  finish(ids: string[]): GitBlob[] {
    return ids.map(id => this.#blobs.get(id) ?? { id, status: 'missing' });
  }

  #take(chunk: Buffer): Buffer {
    const state = this.#state;
    switch (state.step) {
      case 'header':
        return this.#takeHeader(state.text, chunk);
      case 'body':
        return this.#takeBody(state, chunk);
      default:
        this.#state = { step: 'header', text: '' };
        return chunk.subarray(1);
    }
  }

  #takeHeader(text: string, chunk: Buffer): Buffer {
    const end = chunk.indexOf(0x0a);
    if (end === -1) {
      this.#state = { step: 'header', text: text + chunk.toString('utf8') };
      return chunk.subarray(chunk.length);
    }
    const header = text + chunk.toString('utf8', 0, end);
    const [id, type, size] = header.split(' ');
    this.#state =
      type === 'missing' || size === undefined
        ? { step: 'header', text: '' }
        : this.#beginBody(id, Number(size));
    return chunk.subarray(end + 1);
  }

  #beginBody(id: string, size: number): State {
    if (size === 0) {
      this.#blobs.set(id, { id, status: 'ok', content: Buffer.alloc(0) });
      return { step: 'newline' };
    }
    return { step: 'body', id, size, left: size, chunks: [] };
  }

  #takeBody(state: Extract<State, { step: 'body' }>, chunk: Buffer): Buffer {
    const part = chunk.subarray(0, state.left);
    const keep = state.size <= this.#maxBytes;
    if (keep) {
      state.chunks.push(part);
    }
    state.left -= part.length;
    if (state.left === 0) {
      const { id, size } = state;
      this.#blobs.set(
        id,
        keep
          ? { id, status: 'ok', content: Buffer.concat(state.chunks) }
          : { id, status: 'too-large', size },
      );
      this.#state = { step: 'newline' };
    }
    return chunk.subarray(part.length);
  }
}
