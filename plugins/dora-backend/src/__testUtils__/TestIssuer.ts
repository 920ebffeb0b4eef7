import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JWK,
  type KeyLike,
} from 'jose';

/** Issues identity tokens as CI services do, with its keys at an address. For tests only. */
export class TestIssuer {
  readonly #server: Server;
  readonly #key: KeyLike;

  private constructor(server: Server, key: KeyLike) {
    this.#server = server;
    this.#key = key;
  }

  static async start(): Promise<TestIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const key: JWK = {
      ...(await exportJWK(publicKey)),
      kid: 'one',
      use: 'sig',
    };
    const server = createServer((_, res) => {
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify({ keys: [{ ...key, alg: 'RS256' }] }));
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return new TestIssuer(server, privateKey);
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/keys`;
  }

  /** @param key - of somebody else, for a forged one */
  sign(claims: Record<string, unknown>, key = this.#key): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'JWT' })
      .sign(key);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
