import { createHmac, createPrivateKey, createPublicKey, diffieHellman, verify, type JsonWebKey } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { ArcEvidence } from '../../../src/domain/arcs/arc-evidence';
import { buildArcs } from '../../../src/domain/arcs/build-arcs';
import { oneTimeCode } from '../../../src/domain/jobs/one-time-code';
import { chipPassword } from '../../../src/gateway/chip-login';
import { decode } from '../../../src/gateway/decode';
import { messageSchemas } from '../../../src/gateway/schemas/message-schemas';
import { UnlockSigner } from '../../../src/modules/jobs/unlock-signer';
import type { Config } from '../../../src/platform/config/config';
import { readUnlockKey } from '../../../src/platform/config/unlock-key';
import { step } from '../../../src/simulator/chip-core';
import { freshBoot, type ChipState } from '../../../src/simulator/chip-state';
import { checkToken, heldKey } from '../../../src/simulator/token-check';
import { AT, CHIP, KEY, keySets, KID, MESSAGES, newSecret, refusedTokens, SECRET } from './vectors';

const DOCS = join(__dirname, '../../../docs');
const VECTORS = join(DOCS, 'chip-protocol.vectors.json');
const MESSAGES_FILE = join(DOCS, 'chip-protocol.messages.json');
const PAGE = readFileSync(join(DOCS, 'chip-protocol.md'), 'utf8');

/** `UPDATE_DOCS=1` writes the files anew; what was published before must then be looked at as a change of the protocol. */
const UPDATE = process.env['UPDATE_DOCS'] === '1';

const shown = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

describe('the published schemas', () => {
  const folder = join(DOCS, 'schemas');
  if (UPDATE)
    for (const [name, schema] of Object.entries(messageSchemas())) writeFileSync(join(folder, name), shown(schema));

  it('are the ones messages are checked with', () => {
    const published = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    const made = Object.fromEntries(Object.entries(messageSchemas()).map(([name, schema]) => [name, shown(schema)]));
    expect(published).toEqual(made);
  });

  it('are schemas, and the page’s examples obey them', () => {
    const ajv = new Ajv({ allowUnionTypes: true });
    const examples = [...PAGE.matchAll(/^`(up|down)\/(\w+)`[^]*?```json\n([^]*?)```/gm)];
    expect(examples.length).toBeGreaterThanOrEqual(7);
    for (const [, way, name, lines = ''] of examples) {
      const check = ajv.compile(messageSchemas()[`${way}-${name}.json`] ?? {});
      for (const line of lines.trim().split('\n')) {
        expect({ line, errors: check(JSON.parse(line)) ? null : check.errors }).toEqual({ line, errors: null });
      }
    }
  });
});

const UNLOCK = {
  jobId: '01KDW0Y2G0000000000000000A',
  chipNo: CHIP,
  boot: 7,
  outlet: 1,
  workUntil: AT + 4 * 3_600_000,
  idleLimitS: 7_200,
};

const at = (up: number) => ({ up, at: AT + up, jobId: null });
const start = (up: number): ArcEvidence => ({ kind: 'start', ...at(up) });
const stop = (up: number): ArcEvidence => ({ kind: 'stop', ...at(up) });
const sample = (up: number, ms: number, arcMs: number): ArcEvidence => ({
  kind: 'sample',
  ...at(up),
  ms,
  arcMs,
  peakA: 200,
});

const ARCS: readonly (readonly [string, readonly ArcEvidence[]])[] = [
  ['start and stop', [start(5_000), sample(10_000, 10_000, 5_000), stop(18_000)]],
  ['a pause of two seconds is the same arc', [start(5_000), stop(8_000), start(10_000), stop(12_000)]],
  ['a pause of more is another', [start(5_000), stop(8_000), start(10_001), stop(12_000)]],
  ['samples alone', [sample(10_000, 10_000, 3_000), sample(20_000, 10_000, 10_000), sample(30_000, 10_000, 0)]],
  ['the stop was lost', [start(5_000), sample(10_000, 10_000, 5_000), sample(20_000, 10_000, 0)]],
];

const toVector = (e: ArcEvidence): object =>
  e.kind === 'sample'
    ? { sample: { up: e.up, ms: e.ms, arcMs: e.arcMs } }
    : { event: { kind: `arc-${e.kind}`, up: e.up } };

function vectors() {
  const secret = Buffer.from(SECRET, 'hex');
  const key = readUnlockKey(JSON.stringify(KEY));
  const signer = new UnlockSigner({ unlockKeys: [key] } as unknown as Config);
  const codes = [1, 8].flatMap((hours) =>
    [0, 1, 9].map((counter) => ({ hours, counter, code: oneTimeCode(secret, hours, counter) })),
  );
  return {
    password: { chipNo: CHIP, secretHex: SECRET, password: chipPassword(secret, CHIP) },
    oneTimeCodes: { secretHex: SECRET, codes },
    unlockToken: {
      publicKey: { kty: KEY.kty, crv: KEY.crv, x: KEY.x, kid: key.kid },
      signedAt: AT,
      token: signer.sign(UNLOCK, AT),
      claims: {
        ...{ iss: 'hanan', sub: CHIP, jti: UNLOCK.jobId, iat: AT / 1_000, exp: AT / 1_000 + 10 },
        ...{ until: AT / 1_000 + 4 * 3_600, idle: 7_200, boot: 7, outlet: 1 },
      },
    },
    refusedTokens: refusedTokens(),
    keySets: keySets(),
    newSecret: newSecret(),
    arcs: ARCS.map(([name, evidence]) => ({
      name,
      said: evidence.map(toVector),
      arcs: buildArcs([], evidence).map(({ startUp, lastUp, ended }) => ({ startUp, endUp: ended ? lastUp : null })),
    })),
  };
}

describe('the published test vectors', () => {
  if (UPDATE) writeFileSync(VECTORS, shown(vectors()));
  const published = JSON.parse(readFileSync(VECTORS, 'utf8')) as ReturnType<typeof vectors>;

  it('are what the platform computes', () => {
    expect(published).toEqual(vectors());
  });

  it('password and codes, computed again as the page describes them', () => {
    const { password, oneTimeCodes, unlockToken } = published;
    const secret = Buffer.from(password.secretHex, 'hex');
    expect(createHmac('sha256', secret).update(`hanan-mqtt-v1:${password.chipNo}`).digest('hex')).toBe(
      password.password,
    );
    for (const { hours, counter, code } of oneTimeCodes.codes) {
      const key = createHmac('sha256', secret).update(`hanan-hotp-v1:${hours}`).digest();
      const moving = Buffer.alloc(8);
      moving.writeUInt32BE(counter, 4);
      const hash = createHmac('sha1', key).update(moving).digest();
      const number = (hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff) % 100_000_000;
      expect(code).toBe(`${hours}${String(number).padStart(8, '0')}`);
    }
    const [head = '', claims = '', signature = ''] = unlockToken.token.split('.');
    const key = createPublicKey(createPrivateKey({ key: KEY, format: 'jwk' }));
    expect(verify(null, Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual(unlockToken.claims);
  });

  it('stand in the page', () => {
    expect(PAGE).toContain(published.password.password);
    for (const { code } of published.oneTimeCodes.codes) expect(PAGE).toContain(code);
    expect(PAGE.replaceAll(/\s/g, '')).toContain(published.unlockToken.token);
    expect(PAGE).toContain(published.unlockToken.publicKey.kid);
  });

  it('the page’s examples of what a chip sends can be read', () => {
    for (const [, name, lines = ''] of PAGE.matchAll(/^`up\/(\w+)`[^]*?```json\n([^]*?)```/gm)) {
      if (name === 'death') continue;
      for (const line of lines.trim().split('\n')) {
        const kind = name as 'birth' | 'samples' | 'events' | 'replies';
        const message = decode({ chipNo: CHIP, topic: 't', kind, payload: Buffer.from(line), receivedAt: AT });
        expect(message.type).not.toBe('unreadable');
      }
    }
  });
});

interface Refused {
  readonly what: string;
  readonly error: string;
  readonly token?: string;
  readonly jws?: string;
}

describe('what a chip must refuse, as published, is refused by the reference chip in the same words', () => {
  const published = JSON.parse(readFileSync(VECTORS, 'utf8')) as {
    refusedTokens: { chip: { now: number }; tokens: Refused[] };
    keySets: { lastIat: number; accepted: string; refused: Refused[] };
    newSecret: { platform: JsonWebKey; chip: JsonWebKey; offer: string; secretHex: string; refused: Refused[] };
  };
  const keys = [heldKey({ kid: KID, x: KEY.x })];
  const chip = (): ChipState =>
    freshBoot(
      { chipNo: CHIP, secret: Buffer.from(SECRET, 'hex'), outlets: 1, keys, position: null },
      { boot: 7, hotp: 0, triesLeft: 5 },
    );
  const answers = (kind: string, ...texts: string[]): unknown => {
    let state = chip();
    let answer: unknown;
    texts.forEach((jws, i) => {
      const done = step(state, { kind: 'command', up: i, command: { v: 1, id: `c${i}`, kind, jws } });
      state = done.state;
      const direct = done.effects.find((effect) => effect.kind === 'direct');
      answer = direct && JSON.parse(direct.payload);
    });
    return answer;
  };

  it('tokens', () => {
    const { chip: facts, tokens } = published.refusedTokens;
    for (const { what, token = '', error } of tokens)
      expect({ what, ...checkToken(token, { chipNo: CHIP, boot: 7, now: facts.now, keys, usedJobs: [] }) }).toEqual({
        ...{ what, ok: false, error },
      });
  });

  it('sets of keys', () => {
    const { accepted, refused } = published.keySets;
    expect(answers('keys', accepted)).toMatchObject({ ok: true, keys: [KID, 'other'] });
    for (const { what, jws = '', error } of refused)
      expect({ what, ...(answers('keys', accepted, jws) as object) }).toMatchObject({ what, ok: false, error });
  });

  it('offers of a secret; and both halves come to the one that is published, by hand as the page describes it', () => {
    const { platform, chip: own, offer, secretHex, refused } = published.newSecret;
    expect(answers('secret', offer)).toMatchObject({ ok: true });
    for (const { what, jws = '', error } of refused)
      expect({ what, ...(answers('secret', jws) as object) }).toMatchObject({ what, ok: false, error });
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: own.x ?? '' }, format: 'jwk' });
    const privateKey = createPrivateKey({ key: platform, format: 'jwk' });
    const shared = diffieHellman({ privateKey, publicKey }).toString('base64url');
    const agreed = createHmac('sha256', Buffer.from(SECRET, 'hex')).update(`hanan-secret-v1:${CHIP}:2:${shared}`);
    expect(agreed.digest('hex')).toBe(secretHex);
    for (const shown of [platform.x, own.x, shared, secretHex]) expect(PAGE).toContain(shown);
  });
});

describe('the published messages', () => {
  const readings = (): object[] =>
    MESSAGES.map(([what, topic, payload]) => {
      const read = decode({ chipNo: CHIP, topic: 't', kind: topic, payload: Buffer.from(payload), receivedAt: AT });
      const reasons = read.type === 'unreadable' ? [read.reason] : (read.misfits ?? []).map(({ reason }) => reason);
      const becomes = read.type === 'unreadable' ? 'unreadable' : reasons.length > 0 ? 'in part' : 'taken';
      return { what, topic: `up/${topic}`, payload, becomes, reasons };
    });
  if (UPDATE) writeFileSync(MESSAGES_FILE, shown(readings()));

  it('become what is published, when the platform reads them', () => {
    expect(JSON.parse(readFileSync(MESSAGES_FILE, 'utf8'))).toEqual(readings());
  });

  it('show each fate often enough', () => {
    const fates = (JSON.parse(readFileSync(MESSAGES_FILE, 'utf8')) as { becomes: string }[]).map(
      ({ becomes }) => becomes,
    );
    for (const fate of ['taken', 'in part', 'unreadable'])
      expect(fates.filter((one) => one === fate).length).toBeGreaterThanOrEqual(5);
  });
});
