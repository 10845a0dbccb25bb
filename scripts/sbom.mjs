/**
 * `npm run sbom [file]`: the parts list (CycloneDX) of what an installation runs, written from the lock file without network.
 * npm alone lists either too little or too much: the pages' libraries are built in and stand among the development tools.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const IMPORTED = /(?:from|import)\s*\(?\s*'((?:@[\w.-]+\/)?[a-z][\w.-]*)/g;

/** Packages that a source of the pages names: they end up in what browsers load. */
function packagesOfPages(folder) {
  const sources = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name),
  );
  const texts = sources.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(IMPORTED)].map(([, name]) => name)));
}

/** What these need, and what that needs in turn. */
function closure(refs, dependencies) {
  const needs = new Map(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const found = new Set();
  for (const open = [...refs]; open.length > 0;) {
    const ref = open.pop();
    if (found.has(ref)) continue;
    found.add(ref);
    open.push(...(needs.get(ref) ?? []));
  }
  return found;
}

const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const pages = packagesOfPages(join(ROOT, 'web/src'));
const direct = new Set([
  ...Object.keys(own.dependencies),
  ...Object.keys(own.optionalDependencies),
  ...Object.keys(own.devDependencies).filter((name) => pages.has(name)),
]);
const npm = process.env.npm_execpath ?? 'npm';
const [command, first] = npm.endsWith('.js') ? [process.execPath, [npm]] : [npm, []];
const all = JSON.parse(
  execFileSync(command, [...first, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  }),
);
const root = all.dependencies.find(({ ref }) => ref === all.metadata.component['bom-ref']);
const nameOf = new Map(all.components.map((one) => [one['bom-ref'], one.name]));
const kept = closure(
  root.dependsOn.filter((ref) => direct.has(nameOf.get(ref))),
  all.dependencies,
);
const list = {
  ...all,
  metadata: { ...all.metadata, component: { ...all.metadata.component, type: 'application', name: own.name } },
  components: all.components
    .filter((one) => kept.has(one['bom-ref']))
    .map((one) => ({ ...one, properties: [], scope: one.scope === 'optional' && pages.has(one.name) ? 'required' : one.scope })), // prettier-ignore
  dependencies: all.dependencies
    .filter(({ ref }) => ref === root.ref || kept.has(ref))
    .map((one) => ({ ...one, dependsOn: (one.dependsOn ?? []).filter((ref) => kept.has(ref)) })),
};
const file = process.argv[2] ?? join(ROOT, 'sbom.cdx.json');
writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);
console.log(`${list.components.length} 个部件 / parts → ${file}`);
