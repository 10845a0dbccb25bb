import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

interface Part {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly object[];
}

describe('npm run sbom', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hanan-parts-'));
  const file = join(folder, 'parts.json');
  execFileSync(process.execPath, [join(ROOT, 'scripts/sbom.mjs'), file], { stdio: 'ignore' });
  const list = JSON.parse(readFileSync(file, 'utf8')) as {
    bomFormat: string;
    specVersion: string;
    metadata: { component: { name: string } };
    components: Part[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  const names = new Set(list.components.map(({ name }) => name));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lists what the server and the pages are made of, and no tool of the makers', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
    expect(Object.keys(dependencies).filter((name) => !names.has(name))).toEqual([]);
    expect(['vue', 'element-plus', 'leaflet', 'echarts'].filter((name) => !names.has(name))).toEqual([]);
    expect(['jest', 'vite', 'eslint', 'supertest'].filter((name) => names.has(name))).toEqual([]);
  });

  it('names each part once, with version, address and hash, and only parts that are there', () => {
    expect(list).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: { name: 'hanan' } },
    });
    const refs = new Set(list.components.map((part) => part['bom-ref']));
    expect(refs.size).toBe(list.components.length);
    const bare = list.components.filter(
      (one) => !one.version || !one.purl.startsWith('pkg:npm/') || !one.hashes?.length,
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
    expect(list.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
  });
});
