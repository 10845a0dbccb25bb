import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SECOND } from '../../kernel/time';

/** A path is a unix socket, `host:port` a server. */
export const isClamdAddress = (text: string): boolean => text.startsWith('/') || /^[\w.-]+:\d{1,5}$/.test(text);

const PATIENCE = 20 * SECOND;
const PIECE = 256 * 1024;

/** One question to clamd, in its `z` form: a command, what belongs to it, and the whole answer. */
async function ask(address: string, command: string, pieces: readonly Buffer[]): Promise<string> {
  const socket = open(address);
  const broken = new Promise<never>((_, reject) => {
    socket.once('error', reject);
    socket.setTimeout(PATIENCE, () => reject(new Error(`${address} does not answer`)));
  });
  try {
    for (const piece of [Buffer.from(`z${command}\0`), ...pieces]) socket.write(piece);
    const answer = await Promise.race([buffer(socket), broken]);
    return answer.toString('utf8').replace(/\0$/, '').trim();
  } finally {
    socket.destroy();
  }
}

function open(address: string): Socket {
  if (address.startsWith('/')) return connect({ path: address });
  const at = address.lastIndexOf(':');
  return connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)) });
}

/** The name of what was found; null: clean. Throws where clamd gives no verdict. */
export async function scanByClamd(address: string, bytes: Buffer): Promise<string | null> {
  const answer = await ask(address, 'INSTREAM', piecesOf(bytes));
  if (answer === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new Error(`clamd gave no verdict: ${answer}`);
  return found;
}

export const pingClamd = async (address: string): Promise<boolean> => (await ask(address, 'PING', [])) === 'PONG';

/** Each piece with its length before it; a length of nothing ends the file. */
function piecesOf(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    pieces.push(lengthOf(piece.length), piece);
  }
  return [...pieces, lengthOf(0)];
}

function lengthOf(length: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return head;
}
