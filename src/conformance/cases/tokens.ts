import type { Case } from '../case';
import { demand } from '../failure';
import { encoded, forged } from '../signer';
import type { Trial } from '../trial';

const seconds = (trial: Trial, more: number): number => Math.floor(trial.now() / 1_000) + more;

const refused = (
  name: string,
  rule: string,
  error: string,
  tokens: (trial: Trial) => Record<string, string>,
): Case => ({
  name,
  rule,
  section: 'Unlock token',
  run: async (trial) => {
    for (const [what, token] of Object.entries(tokens(trial))) await trial.refuses(what, 'unlock', { token }, error);
    demand((await trial.relay()) === 'open', 'the relay is closed after tokens that it refused');
  },
});

/** Tokens that open nothing. */
export const tokens: readonly Case[] = [
  refused('forged', 'a token that the platform did not sign opens nothing', 'bad-signature', (trial) => {
    const good = trial.token(trial.newJob());
    const [head = '', , signature = ''] = good.split('.');
    const longer = encoded({
      iss: 'hanan',
      sub: trial.bench.chipNo,
      jti: 'J',
      iat: 1,
      exp: 9_999_999_999,
      until: 9_999_999_999,
      idle: 9_999,
      boot: trial.boot,
      outlet: 1,
    });
    return {
      'one bit of the signature turned': forged(good),
      'other claims under a good signature': `${head}.${longer}.${signature}`,
      'signed by a stranger under the platform’s kid': trial.token(trial.newJob(), {
        ...{ signer: trial.stranger, head: { kid: trial.signer.jwk.kid } },
      }),
      'signed by a stranger under its own kid': trial.token(trial.newJob(), { signer: trial.stranger }),
      'no signature': `${good.slice(0, good.lastIndexOf('.'))}.`,
      'not a token': 'power, please',
    };
  }),
  refused('alg', 'only `alg` EdDSA is believed', 'bad-signature', (trial) => {
    const claims = trial.token(trial.newJob()).split('.')[1] ?? '';
    return {
      'alg none': `${encoded({ alg: 'none', kid: trial.signer.jwk.kid })}.${claims}.`,
      'alg HS256 over a good signature': trial.token(trial.newJob(), { head: { alg: 'HS256' } }),
    };
  }),
  refused('wrong-chip', 'a token of another chip opens nothing', 'wrong-chip', (trial) => ({
    'the token of another chip': trial.token(trial.newJob(), { claims: { sub: 'HANANOTHER0001' } }),
  })),
  refused('wrong-boot', 'a token of another boot opens nothing', 'wrong-boot', (trial) => ({
    'a token of the boot before': trial.token(trial.newJob(), { claims: { boot: trial.boot - 1 } }),
    'a token of the next boot': trial.token(trial.newJob(), { claims: { boot: trial.boot + 1 } }),
  })),
  refused(
    'expired',
    'at or after `exp` or `until` a token opens nothing, by the platform’s time',
    'expired',
    (trial) => ({
      '`exp` a minute ago': trial.token(trial.newJob(), {
        claims: { iat: seconds(trial, -70), exp: seconds(trial, -60) },
      }),
      '`exp` five seconds ago': trial.token(trial.newJob(), { claims: { exp: seconds(trial, -5) } }),
      '`until` a minute ago': trial.token(trial.newJob(), { claims: { until: seconds(trial, -60) } }),
      'good by the clock on the wall, which is a year behind': trial.token(trial.newJob(), {
        claims: { iat: Math.floor(Date.now() / 1_000), exp: Math.floor(Date.now() / 1_000) + 10 },
      }),
    }),
  ),
];
