/** What a CGI program says before the body of its answer. */
export interface CgiHead {
  status: number;
  headers: [name: string, value: string][];
}

const END = '\r\n\r\n';

/**
 * Reads the head of a CGI answer as it comes in pieces. `take` gives back what
 * of a piece belongs to the body, once the head is complete.
 */
export class CgiHeadReader {
  #text = Buffer.alloc(0);
  head: CgiHead | undefined;

  take(piece: Buffer): Buffer {
    if (this.head) {
      return piece;
    }
    this.#text = Buffer.concat([this.#text, piece]);
    const end = this.#text.indexOf(END);
    if (end < 0) {
      return Buffer.alloc(0);
    }
    this.head = parse(this.#text.toString('latin1', 0, end));
    return this.#text.subarray(end + END.length);
  }
}

function parse(text: string): CgiHead {
  let status = 200;
  const headers: CgiHead['headers'] = [];
  for (const line of text.split('\r\n')) {
    const at = line.indexOf(':');
    const name = line.slice(0, at);
    const value = line.slice(at + 1).trim();
    if (at > 0 && name.toLowerCase() === 'status') {
      status = Number.parseInt(value, 10);
    } else if (at > 0) {
      headers.push([name, value]);
    }
  }
  return { status, headers };
}
