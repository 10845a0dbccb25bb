import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { drawCode } from '../../../src/commands/demo-code';
import { addressForPhones, demoEnvironment } from '../../../src/commands/demo-environment';
import { keepNotebook, openNotebook } from '../../../src/commands/demo-notebook';
import { welcome } from '../../../src/commands/demo-welcome';

/** A terminal's picture as a camera takes it: each half line is a row of modules, each module 4 × 4 dots. */
function photographed(drawn: string): { data: Uint8ClampedArray; size: number } {
  const lines = drawn.split('\n').map((line) => line.slice(line.indexOf('m') + 1, line.lastIndexOf('\u001b')));
  const rows = lines.flatMap((line) => [
    [...line].map((sign) => sign === '█' || sign === '▀'),
    [...line].map((sign) => sign === '█' || sign === '▄'),
  ]);
  const scale = 4;
  const size = rows[0]!.length * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return { data, size };
}

describe('what a newcomer sees', () => {
  const facts = {
    localUrl: 'http://127.0.0.1:3000',
    publicUrl: 'http://192.168.1.23:3000',
    usernames: ['regulator', 'inspector', 'grid', 'enterprise', 'safety', 'leader', 'firewatch', 'welder'],
    password: 'abcd-efgh-jkmn',
    machineCode: 'ABCDE12345',
    simulatorLog: '.data-demo/simulator.log',
    messagesLog: '.data-demo/text-messages.log',
  };

  it('a code that a camera reads off the terminal', () => {
    const { data, size } = photographed(drawCode('http://192.168.1.23:3000/c/ABCDE12345'));
    expect(jsQR(data, size, size)?.data).toBe('http://192.168.1.23:3000/c/ABCDE12345');
  });

  it('no account that a county of an earlier version does not have', () => {
    expect(welcome({ ...facts, usernames: ['welder'] })).not.toMatch(/^ {2}(regulator|tips) /m);
    expect(welcome({ ...facts, usernames: ['welder'] })).toMatch(/^ {2}(admin) /m);
  });

  it('addresses for this machine and for a phone, every account, the password, and what to click', () => {
    const text = welcome(facts);
    for (const part of [
      facts.localUrl,
      facts.publicUrl,
      facts.password,
      `${facts.publicUrl}/c/ABCDE12345`,
      facts.messagesLog, // codes come by text message
      'Ctrl-C',
    ])
      expect(text).toContain(part);
    for (const username of [
      'admin',
      'regulator',
      'inspector',
      'grid',
      'enterprise',
      'safety',
      'leader',
      'firewatch',
      'welder',
    ])
      expect(text).toMatch(new RegExp(`^  ${username} `, 'm'));
    expect(text.match(/^ {2}\d\. /gm)).toHaveLength(4);
  });
});

describe('the environment of the demo', () => {
  it('keeps away from real data, speaks little, and can be opened by a phone', async () => {
    const env = await demoEnvironment({});
    expect(env).toMatchObject({ DATA_DIR: '.data-demo', LOG_LEVEL: 'warn', REQUIRE_TOTP: 'nobody' });
    expect(env.PUBLIC_URL).toMatch(/^http:\/\/\d+\.\d+\.\d+\.\d+:\d+$/);
    expect(env.PUBLIC_URL).toContain(`:${env.PORT}`);
  });

  it('leaves what is set as it is; an empty variable is an unset one', async () => {
    const given = {
      DATA_DIR: '/x',
      PORT: '3950',
      MQTT_PORT: '18950',
      PUBLIC_URL: 'https://h.example',
      LOG_LEVEL: 'info',
      REQUIRE_TOTP: 'officials',
    };
    expect(await demoEnvironment({ ...given, DEMO_PASSWORD: '' })).toEqual(given);
  });

  it('takes the next port where a program listens already', async () => {
    const { PORT } = await demoEnvironment({});
    const server = createServer();
    await new Promise<void>((done) => server.listen(Number(PORT), '0.0.0.0', done));
    expect(Number((await demoEnvironment({})).PORT)).toBeGreaterThan(Number(PORT));
    await new Promise((done) => server.close(done));
  });

  it.each([
    ['the home network before others', { eth0: '10.0.0.5', wlan0: '192.168.1.23' }, '192.168.1.23'],
    ['not the containers’ network', { docker0: '172.17.0.1', eth0: '10.0.0.5' }, '10.0.0.5'],
    ['not an address of the internet', { eth0: '203.0.113.9' }, null],
    ['none without a network', {}, null],
  ])('%s', (_, addresses, expected) => {
    const interfaces = Object.fromEntries(
      Object.entries(addresses).map(([name, address]) => [
        name,
        [{ address, family: 'IPv4' as const, internal: false, netmask: '', mac: '', cidr: null }],
      ]),
    );
    expect(addressForPhones(interfaces)).toBe(expected);
  });
});

describe('what one installation remembers', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'hanan-notebook-'))));
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('a password of its own, the same at each start, different elsewhere, readable by nobody else', () => {
    const first = openNotebook(join(dataDir, 'a'));
    expect(openNotebook(join(dataDir, 'a'))).toEqual(first);
    expect(first.password).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    expect(openNotebook(join(dataDir, 'b')).password).not.toBe(first.password);
    expect(statSync(join(dataDir, 'a', 'demo.json')).mode & 0o777).toBe(0o600);
  });

  it('is written whole or not at all', () => {
    const made = openNotebook(dataDir);
    keepNotebook(dataDir, { ...made, password: 'changed-it' });
    expect(JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'))).toMatchObject({ password: 'changed-it' });
    expect(existsSync(join(dataDir, 'demo.json.new'))).toBe(false);
  });
});
