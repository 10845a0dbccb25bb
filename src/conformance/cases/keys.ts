import type { Case } from '../case';
import { demand, shown } from '../failure';
import type { Signer } from '../signer';
import type { Trial } from '../trial';

const setOf = (iat: number, ...signers: Signer[]): object => ({
  iss: 'hanan',
  iat,
  keys: signers.map(({ jwk }) => jwk),
});

async function install(trial: Trial, iat: number, ...signers: Signer[]): Promise<void> {
  const reply = await trial.ask('keys', { jws: trial.signer.jws(setOf(iat, ...signers)) });
  const kids = signers.map(({ jwk }) => jwk.kid);
  demand(reply['ok'] === true, `a good set of keys was answered with ${shown(reply)}`);
  demand(
    shown([...((reply['keys'] as string[] | undefined) ?? [])].sort()) === shown([...kids].sort()),
    `it holds ${shown(reply['keys'])} now, must be ${shown(kids)}`,
  );
}

export const keys: readonly Case[] = [
  {
    name: 'keys',
    rule: 'it holds the set that the platform signed: the new key opens, one that is left out does not',
    section: 'keys',
    run: async (trial) => {
      const iat = Math.floor(trial.now() / 1_000);
      const { signer: first, second } = trial;
      await install(trial, iat, first, second);
      const job = trial.newJob();
      const reply = await trial.unlock(job, { signer: second });
      demand(reply['ok'] === true, `a token of the new key was answered with ${shown(reply)}`);
      await trial.ask('lock', { job });
      trial.signer = second;
      await install(trial, iat + 1, second);
      await trial.refuses('a token of the key that was left out', 'unlock', { token: trial.token(trial.newJob(), { signer: first }) }, 'bad-signature');
    },
  },
  {
    name: 'foreign-keys',
    rule: 'a set that a stranger signed is refused',
    section: 'keys',
    run: async (trial) => {
      const set = setOf(Math.floor(trial.now() / 1_000) + 60, trial.stranger);
      await trial.refuses('a set signed by a stranger', 'keys', { jws: trial.stranger.jws(set) }, 'bad-signature');
      await trial.refuses('a set signed by a stranger under the platform’s kid', 'keys', { jws: trial.stranger.jws(set, { kid: trial.signer.jwk.kid }) }, 'bad-signature');
      await trial.refuses('an empty set', 'keys', { jws: trial.signer.jws(setOf(Math.floor(trial.now() / 1_000) + 60)) }, 'unsupported');
    },
  },
  {
    name: 'old-keys',
    rule: 'a set that is older than the last one is refused: it would bring a stolen key back',
    section: 'keys',
    run: async (trial) => {
      const iat = Math.floor(trial.now() / 1_000) + 120;
      await install(trial, iat, trial.signer);
      await install(trial, iat, trial.signer);
      await trial.refuses('an older set', 'keys', { jws: trial.signer.jws(setOf(iat - 60, trial.signer, trial.stranger)) }, 'replayed');
    },
  },
]; // prettier-ignore
