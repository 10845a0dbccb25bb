import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one);
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)))
    .sort();
}

const OPERATIONS = 'docs/operations';
const LEVELS = `${OPERATIONS}/service-levels.md`;
const PAGES = ['docs/operations.md', ...filesBelow(OPERATIONS, /\.md$/)];

describe('figures', () => {
  const source = filesBelow('src', /\.ts$/).map(read).join('\n');
  const made = unique(found(source, /(?:name: |\.gauge\(\s*|\.watch\(\s*)'(hanan_[a-z_]+)'/g));
  const used = (text: string): string[] =>
    unique(found(text, /\b(hanan_[a-z_]+)/g).map((name) => name.replace(/_(bucket|sum|count)$/, '')));

  it('are seen at all', () => expect(made.length).toBeGreaterThan(30));

  it.each([`${OPERATIONS}/alerts.yml`, `${OPERATIONS}/alerts.test.yml`, `${OPERATIONS}/dashboard.json`])(
    '%s names only those that the platform tells',
    (file) => {
      expect(used(read(file)).length).toBeGreaterThan(2);
      expect(used(read(file)).filter((name) => !made.includes(name))).toEqual([]);
    },
  );

  it('are each on the page, in an alert or in a picture', () => {
    const told = used([LEVELS, `${OPERATIONS}/alerts.yml`, `${OPERATIONS}/dashboard.json`].map(read).join('\n'));
    expect(made.filter((name) => !told.includes(name))).toEqual([]);
  });
});

describe('alerts', () => {
  const rules = read(`${OPERATIONS}/alerts.yml`);
  const alerts = found(rules, /- alert: (\w+)/g);
  const page = read(LEVELS);
  const sections = page.split(/^## /m).filter((section) => section.startsWith('Hanan'));

  it('have each a section of the page, in the same order as it says them', () => {
    expect(alerts.length).toBeGreaterThan(15);
    expect(unique(sections.map((section) => /^\w+/.exec(section)?.[0] ?? ''))).toEqual(unique(alerts));
  });

  it('stand each in the table of service levels', () => {
    const table = unique(found(page, /\[(Hanan\w+)\]\(#/g));
    expect(alerts.filter((name) => !table.includes(name))).toEqual([]);
  });

  it('say each in two languages what is wrong, and where to read on', () => {
    for (const rule of rules.split('- alert: ').slice(1)) {
      expect(rule).toMatch(/summary: ['"]?[A-Z][^\n]+/);
      expect(rule).toMatch(/summary_zh: \p{Script=Han}/u);
      expect(rule).toContain(`runbook: ${LEVELS}#${/^\w+/.exec(rule)?.[0].toLowerCase()}\n`);
      expect(rule).toMatch(/severity: (page|ticket)\n/);
    }
  });

  it('have sections that say what to look at, what to do, and whom to tell', () => {
    for (const section of sections) {
      expect(section).toMatch(/^\w+\n\n\p{Script=Han}/u);
      expect(section).toMatch(/\*\*(Seen|Check)\*\*: /);
      expect(section).toContain('**Do**: ');
      expect(section).toContain('**Tell**: ');
    }
  });
});

describe('the dashboard', () => {
  interface Panel {
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
  }
  const { panels } = JSON.parse(read(`${OPERATIONS}/dashboard.json`)) as { panels: readonly Panel[] };

  it('has panels with a title in Chinese and English, an id of their own, and a question', () => {
    expect(panels.length).toBeGreaterThan(20);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { title, type, targets = [] } of panels) {
      expect(title).toMatch(/^\p{Script=Han}[^·]* · [A-Z]/u);
      expect(targets.length > 0).toBe(type !== 'row');
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
    }
  });

  it('has panels that lie beside each other, inside 24 columns', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
  });
});

describe('variables of the environment', () => {
  const config = ['read-config', 'kept-secrets'].map((file) => read(`src/platform/config/${file}.ts`)).join('\n');
  const known = unique(
    found(config, /(?:read\.\w+(?:<.*?>)?\(|versionedKeys\(read, |key32\(read, |^ {2})'?([A-Z][A-Z_]+)(?:'|: )/gm),
  );
  /** Of a message alone: it is refused with a sentence. */
  const REFUSED = ['AMQP_URL'];
  const table = unique(
    found(read('docs/operations.md'), /^\| (`[A-Z].*?) \|/gm).flatMap((cell) => found(cell, /`([A-Z_]+)`/g)),
  );

  it('are in the table of docs/operations.md, and no others', () => {
    expect(known.length).toBeGreaterThan(35);
    expect(table).toEqual(known.filter((name) => !REFUSED.includes(name)));
  });

  /** Of other programs, of the shell, or of one command alone. */
  const FOREIGN = [
    ...['POSTGRES_PASSWORD', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_INITDB_ARGS', 'NODE_ENV', 'CMD'],
    ...['CREDENTIALS_DIRECTORY', 'BACKUP_PASSPHRASE', 'HANAN_HOME'],
    ...['NAME', 'SOURCE', 'NEWEST'], // of the first day's own shell
  ];
  it.each(['docker-compose.yml', 'Dockerfile', ...filesBelow(`${OPERATIONS}/systemd`, /\.(service|timer|example)$/), ...PAGES])(
    '%s sets only those',
    (file) => {
      const named = found(read(file), /(?:^|[\s"'`#({])([A-Z][A-Z_]{3,})(?:=|: \$|:\?)/gm);
      expect(named.filter((name) => !known.includes(name) && !FOREIGN.includes(name))).toEqual([]);
    },
  ); // prettier-ignore
});

describe('pages', () => {
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
  const texts = [...filesBelow('docs', /\.md$/), 'README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'bench/README.md'];

  it.each(texts.filter((file) => existsSync(join(ROOT, file))))('%s names only scripts that exist', (file) => {
    const named = found(read(file), /\bnpm run (?:--?[a-z]+ )*([a-z][\w:-]*)/g);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('say the same commands in both languages', () => {
    const commands = (file: string): string[] =>
      found(read(`${OPERATIONS}/${file}`), /```sh\n(.*?)```/gs).map((block) => block.replace(/ +# .*$/gm, ''));
    expect(commands('first-day.md').length).toBeGreaterThan(8);
    expect(commands('first-day.zh-CN.md')).toEqual(commands('first-day.md'));
  });

  const anchorOf = (title: string): string =>
    title.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-'); // prettier-ignore

  it.each(PAGES)('%s links to what is there', (file) => {
    const links = found(read(file), /\]\((?!https?:)([^)\s]+)\)/g);
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      if (!existsSync(join(ROOT, target))) return true;
      return (
        anchor !== undefined &&
        !found(read(target), /^#+ (.+)$/gm)
          .map(anchorOf)
          .includes(anchor)
      );
    });
    expect(broken).toEqual([]);
  });
});
