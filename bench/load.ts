import { Agent, request } from 'node:http';

/** Requests as a person's browser would send them, one after the other on each of some connections. */
export interface Load {
  /** Without a path. */
  readonly url: string;
  readonly clients: number;
  readonly calls: readonly Call[];
}

export interface Call {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: object;
  /** Who calls. */
  readonly token: string;
}

export interface Loaded {
  /** Milliseconds from the request to the last byte of its answer, in the order of the calls. */
  readonly took: readonly number[];
  /** `id` of each answer, where it has one. */
  readonly ids: readonly (string | null)[];
  /** From the first request to the last answer. */
  readonly seconds: number;
}

async function run({ url, clients, calls }: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const took: number[] = [];
  const ids: (string | null)[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < calls.length) {
      const n = next;
      next += 1;
      const from = performance.now();
      ids[n] = idIn(await send(agent, url, calls[n]!));
      took[n] = performance.now() - from;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1_000;
  agent.destroy();
  return { took, ids, seconds };
}

function send(agent: Agent, url: string, { method, path, body, token }: Call): Promise<string> {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    ...(content !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(content),
    }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/v1${path}`, { agent, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if ((answer.statusCode ?? 0) < 400) resolve(text);
        else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(content);
  });
}

/** Answers begin with their id; to read all of each would be the platform's machine doing the browser's work. */
const idIn = (text: string): string | null => /^\{"id":"([^"]+)"/.exec(text)?.[1] ?? null;

process.on('message', (load: Load) => {
  run(load).then(
    (loaded) => process.send?.({ loaded }),
    (fault: unknown) => process.send?.({ fault: String(fault) }),
  );
});
