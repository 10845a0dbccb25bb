import { createPrivateKey, createPublicKey, diffieHellman, sign } from 'node:crypto';
import { agreedSecret } from '../../../src/domain/wire/secret-agreement';

export const SECRET = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
export const CHIP = 'HANANTEST00001';
export const AT = Date.parse('2026-01-01T00:00:00Z');

/** The key pair of RFC 8037, appendix A.1: known to everybody, so for trying only. */
export const KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
};
export const KID = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';

/** Another pair, of RFC 8032, section 7.1, test 2: nobody's. */
const STRANGER = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs',
  x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
};
const OTHER = { kty: STRANGER.kty, crv: STRANGER.crv, x: STRANGER.x, kid: 'other' };

/** RFC 7748, section 6.1: Alice is the platform, Bob the chip. */
const ALICE = {
  kty: 'OKP',
  crv: 'X25519',
  d: 'dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo',
  x: 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo',
};
const BOB = {
  kty: 'OKP',
  crv: 'X25519',
  d: 'XasIfmJKikt54X-Lg4AO5m87sSkmGLb9HC-LJ_-I4Os',
  x: '3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08',
};

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact JWS as whoever likes may make it. */
function jws(payload: object, { key = KEY, head = {} } = {}): string {
  const text = `${encoded({ alg: 'EdDSA', kid: KID, ...head })}.${encoded(payload)}`;
  const signature = sign(null, Buffer.from(text), createPrivateKey({ key, format: 'jwk' }));
  return `${text}.${signature.toString('base64url')}`;
}

const iat = AT / 1_000;
const CLAIMS = {
  ...{ iss: 'hanan', sub: CHIP, jti: '01KDW0Y2G0000000000000000A', iat, exp: iat + 10 },
  ...{ until: iat + 4 * 3_600, idle: 7_200, boot: 7, outlet: 1 },
};
const good = jws(CLAIMS);

/** One bit of the signature is another. */
function forged(token: string): string {
  const at = token.lastIndexOf('.') + 1;
  const signature = Buffer.from(token.slice(at), 'base64url');
  signature[0]! ^= 1;
  return token.slice(0, at) + signature.toString('base64url');
}

/** What a chip holds and knows when it gets these: its number, boot 7, the key `kid`, the time; nothing used before. */
export const refusedTokens = (): object => ({
  chip: { chipNo: CHIP, boot: 7, now: AT + 1_000, keys: [{ kty: KEY.kty, crv: KEY.crv, x: KEY.x, kid: KID }] },
  tokens: [
    { what: 'one bit of the signature is another', token: forged(good), error: 'bad-signature' },
    { what: 'signed by a stranger under our kid', token: jws(CLAIMS, { key: STRANGER }), error: 'bad-signature' },
    { what: 'a kid that it does not hold', token: jws(CLAIMS, { head: { kid: 'other' } }), error: 'bad-signature' },
    { what: 'alg none', token: `${encoded({ alg: 'none', kid: KID })}.${encoded(CLAIMS)}.`, error: 'bad-signature' },
    {
      what: 'another alg over a good signature',
      token: jws(CLAIMS, { head: { alg: 'HS256' } }),
      error: 'bad-signature',
    },
    { what: 'two parts', token: good.slice(0, good.lastIndexOf('.')), error: 'bad-signature' },
    { what: 'another issuer', token: jws({ ...CLAIMS, iss: 'x' }), error: 'bad-signature' },
    { what: 'another chip', token: jws({ ...CLAIMS, sub: 'HANANTEST00002' }), error: 'wrong-chip' },
    { what: 'another boot', token: jws({ ...CLAIMS, boot: 6 }), error: 'wrong-boot' },
    { what: 'exp is now', token: jws({ ...CLAIMS, exp: iat + 1 }), error: 'expired' },
    { what: 'until is now', token: jws({ ...CLAIMS, until: iat + 1 }), error: 'expired' },
  ],
});

export const keySets = (): object => ({
  lastIat: iat,
  accepted: jws({ iss: 'hanan', iat, keys: [{ kty: KEY.kty, crv: KEY.crv, x: KEY.x, kid: KID }, OTHER] }),
  refused: [
    {
      what: 'signed by a stranger',
      jws: jws({ iss: 'hanan', iat, keys: [OTHER] }, { key: STRANGER }),
      error: 'bad-signature',
    },
    { what: 'no keys', jws: jws({ iss: 'hanan', iat, keys: [] }), error: 'unsupported' },
    {
      what: 'a key of another kind',
      jws: jws({ iss: 'hanan', iat, keys: [{ kty: 'RSA', kid: 'r' }] }),
      error: 'unsupported',
    },
    { what: 'older than the last', jws: jws({ iss: 'hanan', iat: iat - 1, keys: [OTHER] }), error: 'replayed' },
  ],
});

export function newSecret(): object {
  const offer = { iss: 'hanan', sub: CHIP, no: 2, x: ALICE.x };
  const shared = diffieHellman({
    privateKey: createPrivateKey({ key: BOB, format: 'jwk' }),
    publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: ALICE.x }, format: 'jwk' }),
  });
  return {
    platform: ALICE,
    chip: BOB,
    oldSecretHex: SECRET,
    offer: jws(offer),
    shared: shared.toString('base64url'),
    secretHex: agreedSecret({ chipNo: CHIP, no: 2, oldSecret: Buffer.from(SECRET, 'hex') }, shared).toString('hex'),
    refused: [
      { what: 'signed by a stranger', jws: jws(offer, { key: STRANGER }), error: 'bad-signature' },
      { what: 'for another chip', jws: jws({ ...offer, sub: 'HANANTEST00002' }), error: 'wrong-chip' },
      { what: 'the number it uses', jws: jws({ ...offer, no: 1 }), error: 'replayed' },
      { what: 'a point of order one', jws: jws({ ...offer, x: 'A'.repeat(43) }), error: 'bad-value' },
    ],
  };
}

const HEAD = '"v":1,"boot":7';
const SAMPLE = '"t":1767225610000,"up":12100,"ms":10000,"i":148.2,"iMax":210.5,"u":24.1,"arcMs":8200';

/** Messages of chips, good and bad, as bytes on the wire. */
export const MESSAGES: readonly (readonly [what: string, topic: 'birth' | 'samples' | 'events' | 'replies', payload: string])[] = [
  ['a birth with everything', 'birth', `{${HEAD},"seq":0,"t":1767225600000,"up":2100,"fw":"1.4.2","hw":"H2","relay":"open","tamper":false,"buffered":{"fromSeq":1,"toSeq":0},"rssi":-71,"hotp":12,"input":"keypad","keys":["A","B"],"settings":3}`],
  ['a birth with what it needs', 'birth', `{${HEAD},"up":2100,"relay":"open"}`],
  ['a birth with a field nobody knows', 'birth', `{${HEAD},"up":2100,"relay":"open","colour":"red"}`],
  ['a birth without boot', 'birth', '{"v":1,"up":2100,"relay":"open"}'],
  ['a birth of boot 0', 'birth', '{"v":1,"boot":0,"up":2100,"relay":"open"}'],
  ['a birth of another version', 'birth', '{"v":2,"boot":7,"up":2100,"relay":"open"}'],
  ['a birth whose firmware is a number', 'birth', `{${HEAD},"up":2100,"relay":"open","fw":142}`],
  ['a birth that holds no keys', 'birth', `{${HEAD},"up":2100,"relay":"open","keys":[]}`],
  ['a sample', 'samples', `{${HEAD},"seq":12,"samples":[{${SAMPLE},"relay":"closed","job":"01KDW0Y2G0000000000000000A","outlet":1}],"lat":34.0023,"lng":113.8412,"accuracyM":12}`],
  ['a sample of a chip without a clock', 'samples', `{${HEAD},"seq":12,"samples":[{"t":null,"up":12100,"ms":10000,"i":0,"iMax":0,"u":0,"arcMs":0}]}`],
  ['a sample whose time is no time', 'samples', `{${HEAD},"seq":12,"samples":[{"t":"noon","up":12100,"ms":10000,"i":0,"iMax":0,"u":0,"arcMs":0}]}`],
  ['arc rounded above the interval', 'samples', `{${HEAD},"seq":12,"samples":[{"up":12100,"ms":10000,"i":148.2,"iMax":210.5,"u":24.1,"arcMs":10150}]}`],
  ['more arc than interval', 'samples', `{${HEAD},"seq":12,"samples":[{"up":12100,"ms":10000,"i":148.2,"iMax":210.5,"u":24.1,"arcMs":15000}]}`],
  ['one sample without current beside a good one', 'samples', `{${HEAD},"seq":12,"samples":[{"up":12100,"ms":10000,"i":null,"iMax":0,"u":0,"arcMs":0},{${SAMPLE}}]}`],
  ['an interval of no length', 'samples', `{${HEAD},"seq":12,"samples":[{"up":12100,"ms":0,"i":0,"iMax":0,"u":0,"arcMs":0}]}`],
  ['a latitude without longitude', 'samples', `{${HEAD},"seq":12,"samples":[{${SAMPLE}}],"lat":34.0023}`],
  ['no samples', 'samples', `{${HEAD},"seq":12,"samples":[]}`],
  ['samples numbered 0', 'samples', `{${HEAD},"seq":0,"samples":[{${SAMPLE}}]}`],
  ['an arc begins', 'events', `{${HEAD},"seq":13,"events":[{"kind":"arc-start","t":1767225611000,"up":13100,"job":"01KDW0Y2G0000000000000000A","outlet":1}]}`],
  ['an event of a kind that is not known yet', 'events', `{${HEAD},"seq":13,"events":[{"kind":"door-painted","up":13100}]}`],
  ['an event without up', 'events', `{${HEAD},"seq":13,"events":[{"kind":"arc-start","t":1767225611000}]}`],
  ['a code was typed', 'events', `{${HEAD},"seq":14,"events":[{"kind":"offline-unlock","t":null,"up":90000,"job":"01KDW13MTR000000000000000B","outlet":1,"hotp":13,"hours":4}]}`],
  ['events that are no list', 'events', `{${HEAD},"seq":13,"events":{"kind":"arc-start","up":13100}}`],
  ['not JSON', 'events', `{${HEAD},"seq":13,"events":[`],
  ['not an object', 'events', '[1,2,3]'],
  ['a yes', 'replies', `{${HEAD},"command":"01KDW0Y2K0000000000000000C","ok":true,"t":1767225602000,"relay":"closed"}`],
  ['a no', 'replies', `{${HEAD},"command":"01KDW0Y2K0000000000000000D","ok":false,"error":"wrong-boot","relay":"open"}`],
  ['a yes with the half of a secret', 'replies', `{${HEAD},"command":"01KDW0Y2K0000000000000000K","ok":true,"relay":"open","x":"${BOB.x}"}`],
  ['a half that is too short', 'replies', `{${HEAD},"command":"01KDW0Y2K0000000000000000K","ok":true,"relay":"open","x":"AAAA"}`],
  ['an answer to nothing', 'replies', `{${HEAD},"ok":true,"relay":"open"}`],
  ['ok in words', 'replies', `{${HEAD},"command":"01KDW0Y2K0000000000000000C","ok":"yes","relay":"open"}`],
]; // prettier-ignore
