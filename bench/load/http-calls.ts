import { answerAs } from '../kit/worker';
import { HttpLine, idIn, type Call } from './http-line';

/** Requests as a person's browser would send them, one after the other on each of some connections. */
export interface Load {
  /** Without a path. */
  readonly url: string;
  readonly clients: number;
  readonly calls: readonly Call[];
  /** Each connection takes every n-th call, so that one person never does two things at a time. */
  readonly inTurn?: boolean;
}

export interface Loaded {
  /** Milliseconds from the request to the last byte of its answer, in the order of the calls. */
  readonly took: readonly number[];
  /** The same of what was posted after each. */
  readonly tookThen: readonly number[];
  /** `id` of each answer, where it has one. */
  readonly ids: readonly (string | null)[];
  /** From the first request to the last answer. */
  readonly seconds: number;
}

async function run({ url, clients, calls, inTurn = false }: Load): Promise<Loaded> {
  const took: number[] = [];
  const tookThen: number[] = [];
  const ids: (string | null)[] = [];
  let next = 0;
  const client = async (own: number): Promise<void> => {
    const line = await HttpLine.open(url);
    for (let n = inTurn ? own : next++; n < calls.length; n = inTurn ? n + clients : next++) {
      const { then, ...call } = calls[n]!;
      const from = performance.now();
      ids[n] = idIn(await line.send(call));
      const answered = performance.now();
      took[n] = answered - from;
      if (then === undefined) continue;
      await line.send({ method: 'POST', path: then.replace(':id', ids[n] ?? ''), body: {}, token: call.token });
      tookThen[n] = performance.now() - answered;
    }
    line.close();
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, own) => client(own)));
  return { took, tookThen, ids, seconds: (performance.now() - begun) / 1_000 };
}

answerAs(run);
