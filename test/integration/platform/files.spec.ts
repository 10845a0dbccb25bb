import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import sharp from 'sharp';
import { pingClamd } from '../../../src/platform/files/clamd';
import { bearer, codeOf, House } from './house';

let house: House;
let token: string;
beforeAll(async () => {
  house = await House.open({}, async (app) => {
    await app.register(multipart);
  });
  await house.user({ id: 'WELDER', roles: ['welder'], regionCode: '411003' });
  token = await house.tokenOf('welder');
});
afterAll(() => house?.close());

const picture = (width = 320, height = 240) => sharp({ create: { width, height, channels: 3, background: '#c0703a' } });
const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });
const post = () => house.http.post('/api/v1/files').set(bearer(token));
const send = (bytes: Buffer, name = 'photo.jpg') => post().attach('file', bytes, name);
interface Stored {
  id: string;
  width: number;
  height: number;
  sha256: string;
}

it('a photo is kept re-encoded, can be read again, and its hash stands in the audit trail', async () => {
  const sent = await picture()
    .withExif({ IFD0: { Make: 'secret-camera' } })
    .jpeg()
    .toBuffer();
  const answer = await send(sent).expect(201);
  const { id, sha256 } = answer.body as Stored;
  expect(answer.body).toEqual({ id, width: 320, height: 240, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const read = await house.http.get(`/api/v1/files/${id}`).set(bearer(token)).expect(200);
  expect(read.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'inline',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const bytes = read.body as Buffer;
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(bytes.includes('secret-camera')).toBe(false);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
  const [entry] = await house.query<{ after: { sha256: string }; region_code: string }>(
    `select after, region_code from audit_entries where entity = 'file' and entity_id = $1`,
    [id],
  );
  expect(entry).toMatchObject({ after: { sha256 }, region_code: '411003' });
});

it.each(['png', 'webp'] as const)('%s comes in too', async (format) => {
  await send(await picture().toFormat(format).toBuffer(), `photo.${format}`).expect(201);
});

it('where the phone was is kept, whether it is said before the photo or after it', async () => {
  const bytes = await picture().jpeg().toBuffer();
  const before = await post().field('lat', '34.12').field('lng', '113.82').attach('file', bytes, 'a.jpg').expect(201);
  const after = await post().attach('file', bytes, 'a.jpg').field('lat', '34.12').field('lng', '113.82').expect(201);
  for (const { body } of [before, after])
    expect(
      await house.query('select taken_lat, taken_lng, uploaded_by from files where id = $1', [(body as Stored).id]),
    ).toEqual([{ taken_lat: 34.12, taken_lng: 113.82, uploaded_by: 'WELDER' }]);
});

it.each([
  ['a latitude beyond the pole', { lat: '91', lng: '0' }, ['lat']],
  ['a latitude without a longitude', { lat: '34' }, ['lng']],
  ['words', { lat: 'north', lng: 'east' }, ['lat', 'lng']],
])('%s is refused', async (_, fields, wrong) => {
  const answer = await post()
    .field(fields)
    .attach('file', await picture().jpeg().toBuffer(), 'a.jpg')
    .expect(422);
  expect((answer.body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual(wrong);
});

it('a large photo is made smaller', async () => {
  const answer = await send(await picture(4000, 3000).jpeg().toBuffer()).expect(201);
  expect(answer.body).toMatchObject({ width: 2048, height: 1536 });
});

describe('refuses, and says what to do', () => {
  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['a text named .jpg', '422 file.not-a-picture', () => Buffer.from('I am a photo, trust me. '.repeat(100))],
    [
      'an SVG',
      '422 file.not-a-picture',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a GIF', '422 file.not-a-picture', () => picture().gif().toBuffer()],
    [
      'a JPEG cut short',
      '422 file.not-a-picture',
      async () => (await noise(400, 300).jpeg().toBuffer()).subarray(0, 20_000),
    ],
    [
      'a PNG whose inside is broken',
      '422 file.not-a-picture',
      async () => broken(await noise(200, 200).png().toBuffer()),
    ],
    ['the head of a JPEG and nothing more', '422 file.not-a-picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['an empty file', '422 file.not-a-picture', () => Buffer.alloc(0)],
    [
      'a picture that is small to send and huge to open',
      '422 file.too-many-pixels',
      () => picture(9_000, 9_000).png().toBuffer(),
    ],
    ['20 MB', '422 file.too-large', () => noise(3_000, 2_400).png({ compressionLevel: 0 }).toBuffer()],
  ])('%s', async (_, expected, make) => {
    const answer = await send(await make());
    expect(codeOf(answer)).toBe(expected);
    expect((answer.body as { detail: string }).detail.length).toBeGreaterThan(10);
  });

  it('a form without a photo, with two, cut short, and what is no form', async () => {
    expect(codeOf(await post().field('lat', '1'))).toBe('422 file.missing');
    const bytes = await picture().jpeg().toBuffer();
    expect(codeOf(await send(bytes).attach('file', bytes, 'b.jpg'))).toBe('422 file.too-many');
    const cut = post()
      .set('content-type', 'multipart/form-data; boundary=x')
      .send('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc');
    expect(codeOf(await cut)).toBe('422 file.form-unreadable');
    const unbounded = post().set('content-type', `multipart/form-data; boundary=${'x'.repeat(300)}`);
    expect(codeOf(await unbounded.send('x'))).toBe('422 file.form-unreadable');
    expect(codeOf(await post().send({ file: 'x' }))).toBe('422 file.form-expected');
    expect(codeOf(await house.http.post('/api/v1/files').attach('file', bytes, 'a.jpg'))).toBe('401 auth.required');
  });

  it('nothing of it is kept', async () => {
    const [row] = await house.query<{ count: number }>(
      'select count(*)::int as count from files where width > 2048 or height > 2048',
    );
    expect(row?.count).toBe(0);
  });

  it('a photo that is not there, and the answer is not kept by the browser', async () => {
    const answer = await house.http.get('/api/v1/files/NONE').set(bearer(token));
    expect(codeOf(answer)).toBe('404 file.not-found');
    expect(answer.headers['cache-control'] ?? '').not.toContain('immutable');
  });
});

function broken(png: Buffer): Buffer {
  const bytes = Buffer.from(png);
  bytes.fill(0, bytes.length / 2, bytes.length / 2 + 500);
  return bytes;
}

it('screens are told what the operator has set, without signing in', async () => {
  const { body } = await house.http.get('/api/v1/client-settings').expect(200);
  expect(body).toEqual({
    ...{ tileUrl: null, displayTimeZone: 'Asia/Shanghai', publicUrl: 'http://localhost:3000' },
    showTexts: false, // only the demo shows what it sent
  });
});

describe('with a virus scanner', () => {
  /** The test file of the industry (EICAR), in two parts: a scanner must not take away this very file. */
  const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
  const folder = mkdtempSync(join(tmpdir(), 'hanan-clamd-'));
  const address = join(folder, 'clamd.ctl');
  let seen: Buffer[] = [];
  let clamd: Server;

  /** Speaks clamd's INSTREAM and PING as its manual has them, and finds EICAR. */
  const answerTo = (said: Buffer): string | null => {
    if (said.equals(Buffer.from('zPING\0'))) return 'PONG\0';
    const head = Buffer.from('zINSTREAM\0');
    const pieces: Buffer[] = [];
    for (let at = head.length; at + 4 <= said.length;) {
      const length = said.readUInt32BE(at);
      if (length === 0) {
        seen.push(Buffer.concat(pieces));
        return Buffer.concat(pieces).includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
      }
      pieces.push(said.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return null;
  };
  beforeAll(async () => {
    clamd = createServer((socket) => {
      let said = Buffer.alloc(0);
      socket
        .on('error', () => undefined)
        .on('data', (piece: Buffer) => {
          said = Buffer.concat([said, piece]);
          const answer = answerTo(said);
          if (answer !== null) socket.end(answer);
        });
    }).listen(address);
    await once(clamd, 'listening');
  });
  beforeEach(() => {
    seen = [];
    Object.assign(house.config, { clamdAddress: address });
  });
  afterAll(() => {
    Object.assign(house.config, { clamdAddress: null });
    clamd.close();
    rmSync(folder, { recursive: true });
  });
  const jpeg = () => picture().jpeg().toBuffer();

  it('a clean photo is stored, and the scanner saw each of its bytes', async () => {
    const large = await noise(900, 900).jpeg({ quality: 100 }).toBuffer();
    await send(large).expect(201);
    expect(seen).toEqual([large]);
  });

  it('a picture that carries the test virus is refused in words, and nothing is kept', async () => {
    const count = () => house.query('select count(*) from files');
    const before = await count();
    expect(codeOf(await send(Buffer.concat([await jpeg(), EICAR])))).toBe('422 file.infected');
    expect(await count()).toEqual(before);
  });

  it.each([
    ['is not there', join(folder, 'nobody')],
    ['gives no verdict', join(folder, 'odd')],
  ])('while the scanner %s nothing is let in, and the sender is told to come back', async (_, where) => {
    const odd = createServer((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')).listen(
      join(folder, 'odd'),
    );
    await once(odd, 'listening');
    Object.assign(house.config, { clamdAddress: where });
    const answer = await send(await jpeg());
    odd.close();
    expect([codeOf(answer), Number(answer.headers['retry-after']) > 0]).toEqual(['503 file.scanner-away', true]);
  });

  it('the doctor asks whether it answers', async () => {
    expect([await pingClamd(address), await pingClamd(join(folder, 'nobody')).catch(() => 'away')]).toEqual([
      true,
      'away',
    ]);
  });
});
