import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Told {
  readonly status: number;
  readonly body?: unknown;
  /** In place of a body: as it stands. */
  readonly text?: string;
  readonly headers?: Record<string, string>;
}

/** A real server as the other side: it keeps what it was asked and answers what the test says. */
export class Platform {
  readonly asked: Asked[] = [];
  answer: (asked: Asked) => Told | Promise<Told> = () => ({ status: 200, body: {} });

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Platform> {
    const server = createServer();
    const platform = new Platform(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const asked = { method, path: url, headers, body: Buffer.concat(parts).toString() };
        platform.asked.push(asked);
        void Promise.resolve(platform.answer(asked)).then(({ status, body, text, headers: more }) => {
          response.writeHead(status, { 'content-type': 'application/json', ...more });
          response.end(text ?? JSON.stringify(body ?? {}));
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return platform;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** An address without a host is the platform's, as in a browser. */
  becomeOrigin(): void {
    Object.assign(location, { origin: this.url });
    const real = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      real(typeof input === 'string' && input.startsWith('/') ? this.url + input : input, init);
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}
