import { readFileSync } from 'node:fs';
import { verifyDraw, type DrawFault, type PublishedDraw } from '../domain/inspections/verify-draw';

const USAGE = `npm run draw:verify -- FILE|URL [HASH]
  FILE or URL: a published draw, GET /api/v1/inspections/draws/:id
  HASH: the hash of its list as it was noted when the list was published`;

const SAYS: Readonly<Record<DrawFault, string>> = {
  'list-changed': 'the list does not have the published hash: it was changed · 名单与公布的哈希不符',
  'hash-not-noted': 'the hash is not the one that was noted: the list was changed · 哈希与当时记下的不符',
  'value-not-committed': 'a value is not what was committed to · 揭示值与承诺不符',
  'one-officer-twice': 'both values come from one officer · 两个值出自同一人',
  'seed-wrong': 'the seed does not follow from values and list · 种子不是由揭示值和名单算出的',
  'pairs-wrong': 'drawn again, the pairs are others · 重新抽取的结果不同',
  'not-drawn': 'nothing was drawn: not revealed yet, or void · 尚未抽出或已作废',
};

async function main(): Promise<void> {
  const [source, noted] = process.argv.slice(2);
  if (source === undefined) throw new Error(USAGE);
  const draw = await readDraw(source);
  const faults = verifyDraw(draw, noted?.toLowerCase() ?? null);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`list ${draw.listHash} · ${draw.list.targets.length} targets · ${draw.list.officers.length} officers`);
  faults.forEach((fault) => say(`✗ ${SAYS[fault]}`));
  if (faults.length === 0) say(`✓ drawn again: the same ${draw.pairs?.length ?? 0} pairs · 重新抽取，结果一致`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

async function readDraw(source: string): Promise<PublishedDraw> {
  const text = /^https?:/.test(source) ? await (await fetch(source)).text() : readFileSync(source, 'utf8');
  return JSON.parse(text) as PublishedDraw;
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
