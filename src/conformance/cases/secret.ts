import { createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { agreedSecret } from '../../domain/wire/secret-agreement';
import type { Case } from '../case';
import { demand, Failure, shown } from '../failure';
import { passwordOf } from '../password';
import type { Trial } from '../trial';

interface Half {
  readonly x: string;
  readonly privateKey: KeyObject;
}

function newHalf(): Half {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { x: publicKey.export({ format: 'jwk' }).x ?? '', privateKey };
}

const offer = (trial: Trial, x: string, change: object = {}): string =>
  trial.signer.jws({ iss: 'hanan', sub: trial.bench.chipNo, no: trial.secretNo + 1, x, ...change });

/** What the chip's half and ours come to. */
async function agree(trial: Trial, half: Half): Promise<{ readonly x: string; readonly secret: Buffer }> {
  const reply = await trial.ask('secret', { jws: offer(trial, half.x) });
  const x = reply['x'];
  demand(reply['ok'] === true && typeof x === 'string', `a good offer was answered with ${shown(reply)}`);
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
    const shared = diffieHellman({ privateKey: half.privateKey, publicKey });
    const [oldSecret] = trial.bench.secrets;
    return {
      x,
      secret: agreedSecret({ chipNo: trial.bench.chipNo, no: trial.secretNo + 1, oldSecret: oldSecret! }, shared),
    };
  } catch {
    throw new Failure(`the chip’s x is no key of X25519: ${x}`);
  }
}

export const secret: readonly Case[] = [
  {
    name: 'secret-refused',
    rule: 'an offer of a secret that is not the platform’s, not for this chip or not new is refused',
    section: 'secret',
    run: async (trial) => {
      const { x } = newHalf();
      await trial.refuses('an offer signed by a stranger', 'secret', { jws: trial.stranger.jws({ iss: 'hanan', sub: trial.bench.chipNo, no: 9, x }) }, 'bad-signature');
      await trial.refuses('an offer for another chip', 'secret', { jws: offer(trial, x, { sub: 'HANANOTHER0001' }) }, 'wrong-chip');
      await trial.refuses('the number of the secret it uses', 'secret', { jws: offer(trial, x, { no: trial.secretNo }) }, 'replayed');
      await trial.refuses('a half that comes to zeros', 'secret', { jws: offer(trial, 'A'.repeat(43)) }, 'bad-value');
    },
  },
  {
    name: 'secret-lost',
    rule: 'a platform that does not know the new secret yet lets it in under the old one: it is never locked out',
    section: 'secret',
    run: async (trial) => {
      const half = newHalf();
      const first = await agree(trial, half);
      const logins = trial.bench.logins.length;
      await trial.cutAndComeBack(); // the answer was lost: only the old secret opens
      const shownSince = trial.bench.logins.slice(logins).map(({ password }) => password);
      demand(shownSince[0] === passwordOf(trial.bench.chipNo, first.secret), 'after it agreed it did not first show the password of the secret that both halves come to');
      const again = await agree(trial, half);
      demand(again.x === first.x, 'the same offer again got another answer');
    },
  },
  {
    name: 'secret',
    rule: 'it comes in under the secret it agreed on, and uses no other from then on',
    section: 'secret',
    run: async (trial) => {
      const { bench } = trial;
      const { secret: next } = await agree(trial, newHalf());
      const [old] = bench.secrets;
      const logins = bench.logins.length;
      bench.secrets = [next];
      await trial.cutAndComeBack().catch(() => {
        bench.secrets = [old!];
        throw new Failure('it did not come in under the secret that both halves come to');
      });
      trial.secretNo += 1;
      demand(bench.logins.slice(logins)[0]?.admitted === true, 'it showed another password than that of the new secret first');
      const later = bench.logins.length;
      await trial.cutAndComeBack();
      demand(bench.logins.slice(later).every(({ password }) => password === passwordOf(bench.chipNo, next)), 'it still shows the password of the old secret');
      await trial.refuses('the offer of the secret it uses now', 'secret', { jws: offer(trial, newHalf().x, { no: trial.secretNo }) }, 'replayed');
    },
  },
]; // prettier-ignore
