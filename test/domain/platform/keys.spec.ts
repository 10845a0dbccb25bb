import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeysPlace, OperatorsTurn } from '../../../src/commands/rotation/keys-place';
import { dropOldKeys, isOffered, jwtState, newestVersion, offerJwt, offerKey, useJwt, useKey } from '../../../src/commands/rotation/key-texts'; // prettier-ignore
import { MINUTE } from '../../../src/kernel/time';
import { signingKeyOf } from '../../../src/platform/auth/token-keys';
import { demandKeys, keyChecks } from '../../../src/platform/backup/key-checks';
import { keepSecrets, keptSecrets, secretsFileIn, secretsIn } from '../../../src/platform/config/kept-secrets';
import { readSecretsAgain } from '../../../src/platform/config/read-secrets';
import { Sealer } from '../../../src/platform/database/sealer';

const AT = Date.UTC(2026, 10, 28, 12);
const key = (): string => randomBytes(32).toString('base64');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hanan-keys-'));
  keptSecrets(folder, {});
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As a process reads them after a change. */
const readAgain = (changes: object) => {
  keepSecrets(secretsFileIn(folder), { ...secretsIn(secretsFileIn(folder)), ...changes });
  return readSecretsAgain(secretsFileIn(folder), {});
};

describe('the master key', () => {
  it.each([
    ['a bare key', key()],
    ['a key with its version', `1:${key()}`],
  ])('%s is offered a second one that seals only once it is used', (_, text) => {
    const offered = offerKey({ MASTER_KEY: text }, 'MASTER_KEY');
    expect(isOffered(offered.MASTER_KEY ?? '')).toBe(true);
    expect(readAgain(offered)).toMatchObject({ masterSeals: 1 });
    expect([...readAgain(offered).masterKeys.keys()]).toEqual([1, 2]);
    const used = useKey(offered, 'MASTER_KEY');
    expect([isOffered(used.MASTER_KEY ?? ''), readAgain(used).masterSeals]).toEqual([false, 2]);
    const { kept, dropped } = dropOldKeys(used, 'MASTER_KEY');
    expect([newestVersion(kept.MASTER_KEY ?? ''), dropped.length]).toEqual([2, 1]);
  });

  it('that seals under nothing is refused, with the way out', () => {
    expect(() => readAgain({ MASTER_KEY: `+1:${key()}` })).toThrow('take the plus before one away');
  });

  it('of before still opens, and a new value is under the new one', () => {
    const offered = offerKey({ MASTER_KEY: key() }, 'MASTER_KEY');
    const before = new Sealer(readAgain(offered)).seal('a', 'secret');
    const after = new Sealer(readAgain(useKey(offered, 'MASTER_KEY')));
    expect([after.open('a', before), after.seal('a', 'secret').slice(0, 3)]).toEqual(['secret', 'k2.']);
    expect(() => after.open('b', before)).toThrow();
  });
});

describe('search keys', () => {
  const three = {
    masterKeys: new Map(),
    searchKey: randomBytes(32),
    laterSearchKeys: [randomBytes(32), randomBytes(32)],
  };

  it('lie over one another: a hash is made with as many as the database is', () => {
    const made = [1, 2, 3].map((searchVersion) => new Sealer({ ...three, searchVersion }).fingerprint('c', 'x'));
    expect(new Set(made).size).toBe(3);
    expect(made[0]).toBe(new Sealer(three).derive('c', 'x'));
    expect(new Sealer(three).fingerprints('c', 'x')).toEqual([...made].reverse());
  });

  it('are all kept: one in the middle is missed', () => {
    expect(() => readAgain({ SEARCH_KEY: `1:${key()},3:${key()}` })).toThrow('keep every key from version 1 on');
  });

  it('of what is signed: the first stands nowhere, one with a plus does not sign, none may be missing', () => {
    const of = (text?: string) => readAgain(text === undefined ? {} : { SIGNING_KEY: text });
    const seen = (text?: string): unknown => [[...of(text).signingKeys.keys()], of(text).signingVersion];
    expect([seen(), seen(`+2:${key()}`), seen(`2:${key()},+3:${key()}`), seen(`2:${key()},3:${key()}`)]).toEqual([[[], 1], [[2], 1], [[2, 3], 2], [[2, 3], 3]]); // prettier-ignore
    for (const text of [`3:${key()}`, key(), `3:${key()},2:${key()}`])
      expect(() => of(text)).toThrow('keep every key from version 2 on');
  });

  it('of a backup are all asked for at its restore', () => {
    const keys = { ...three, tipKeys: new Map<number, Buffer>(), signingKeys: new Map([[2, randomBytes(32)]]) };
    expect(() => demandKeys(keyChecks(keys), keys)).not.toThrow();
    expect(() => demandKeys(keyChecks(keys), { ...keys, laterSearchKeys: [] })).toThrow(/SEARCH_KEY 2, SEARCH_KEY 3/);
    expect(() => demandKeys(keyChecks({ ...keys, laterSearchKeys: [] }), keys)).not.toThrow();
    expect(() => demandKeys(keyChecks(keys), { ...keys, signingKeys: new Map() })).toThrow(/SIGNING_KEY 2/);
  });
});

describe('the secret of access tokens', () => {
  const token = (secret: string): string => {
    const signed = 'eyJhbGciOiJIUzI1NiJ9.e30';
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
  const [old, next] = ['o'.repeat(32), 'n'.repeat(32)];
  const keyFor = (
    secret: string,
    otherJwtSecret: { secret: string; until: number | null } | null,
    at: number,
  ): string =>
    signingKeyOf(token(secret), { jwtSecret: next, otherJwtSecret, refreshKeys: () => undefined }, at)
      .export()
      .toString();

  it.each([
    ['the one to come', null, AT, old],
    ['the one before, a millisecond before its end', AT + 1, AT, old],
    ['the one before, at its end', AT, AT, next],
  ])('%s', (_, until, at, expected) => {
    expect(keyFor(old, { secret: old, until }, at)).toBe(expected);
  });

  it('of nobody is checked against the present one, which refuses it', () => {
    expect(keyFor('x'.repeat(32), null, AT)).toBe(next);
  });

  it('goes from one to the next in two steps, and tokens of the old one live on for 16 minutes', () => {
    const first = { JWT_SECRET: old, ...offerJwt() };
    expect(jwtState(first, AT)).toBe('offered');
    const second = useJwt(first, AT);
    expect(second.JWT_SECRET).toBe(first.JWT_SECRET_B?.slice(1));
    expect(readAgain(second).otherJwtSecret).toEqual({ secret: old, until: AT + 16 * MINUTE });
    expect([jwtState(second, AT), jwtState(second, AT + 16 * MINUTE)]).toEqual(['changed', 'single']);
  });
});

describe('secrets that come by environment', () => {
  it('are put into a file of the operator, who restarts the processes', () => {
    const place = new KeysPlace({ secretsFile: null, dataDir: folder }, { JWT_SECRET: 'given' });
    expect(() => place.write(offerJwt())).toThrow(OperatorsTurn);
    expect(statSync(join(folder, 'secrets-next.env')).mode & 0o077).toBe(0);
  });
});
