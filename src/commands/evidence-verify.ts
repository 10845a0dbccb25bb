import { readFileSync } from 'node:fs';
import { kidOfFingerprint } from '../modules/evidence/pack/manifest';
import type { PackFault } from '../modules/evidence/pack/pack-fault';
import { replayPack } from '../modules/evidence/pack/replay-pack';
import { verifyPack, type Trust, type VerifiedPack } from '../modules/evidence/pack/verify-pack';
import type { PublicJwk } from '../platform/signing/derived-key';

const USAGE = `npm run evidence:verify -- PACK.zip --fingerprint "XXXX XXXX …"
npm run evidence:verify -- PACK.zip --jwks FILE|URL
核验证据包。指纹印在证据材料纸质件和管理页面上；公钥文件取自平台的 /.well-known/hanan-evidence-keys.json。
Checks an evidence pack. The fingerprint is printed on paper and on the platform's page; the key set stands at
/.well-known/hanan-evidence-keys.json of the platform. A key is never believed for lying in the pack.`;

const SAYS: Readonly<Record<PackFault['kind'], string>> = {
  'not-a-pack': 'the file is not an evidence pack, or bytes of its frame were changed · 不是证据包，或外层字节被改动',
  'not-signed': 'the pack has no signature · 没有签名',
  'key-unknown': 'signed with a key that is not the given one · 签名密钥不是指定的密钥',
  'signature-wrong': 'the signature does not fit · 签名不符',
  'file-changed': 'a file was changed · 文件被改动',
  'file-removed': 'a file was removed · 文件被删除',
  'file-added': 'a file was added · 文件被增加',
  'audit-entry-changed': 'an audit entry has another hash than its block · 审计记录与签名块不符',
  'audit-block-wrong': 'an audit block is not the chain’s · 审计签名块不符',
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const [source, how, what] = process.argv.slice(2);
  if (!source || !what || (how !== '--jwks' && how !== '--fingerprint')) throw new Error(USAGE);
  const checked = verifyPack(readFileSync(source), how === '--jwks' ? await keysAt(what) : fingerprint(what));
  tell(checked);
  process.exitCode = checked.faults.length === 0 ? 0 : 1;
}

function fingerprint(typed: string): Trust {
  const kid = kidOfFingerprint(typed);
  if (kid === null) throw new Error('指纹应为 64 位十六进制数字 / A fingerprint has 64 hexadecimal digits.');
  return { kind: 'fingerprint', kid };
}

async function keysAt(place: string): Promise<Trust> {
  const text = /^https?:/.test(place) ? await (await fetch(place)).text() : readFileSync(place, 'utf8');
  const { keys } = JSON.parse(text) as { keys?: PublicJwk[] };
  if (!Array.isArray(keys)) throw new Error(`${place}: not a key set`);
  return { kind: 'keys', keys };
}

function tell({ manifest, files, faults }: VerifiedPack): void {
  if (manifest) {
    const { caseId, caseVersion, takenAt, platform } = manifest;
    say(`case ${caseId} v${caseVersion} · ${takenAt} · ${platform} · ${manifest.files.length} files`);
  }
  for (const fault of faults) {
    const where = 'path' in fault ? ` ${fault.path}` : 'id' in fault ? ` ${fault.id}` : '';
    say(`✗ ${SAYS[fault.kind]}${where}`);
  }
  if (faults.length > 0) return;
  for (const { id, same } of replayPack(files))
    say(same ? `✓ decision ${id} decided again: the same · 重新判定结论一致` : `△ decision ${id}: this release decides otherwise · 本版本程序重新判定结论不同`); // prettier-ignore
  say('✓ unchanged since the platform signed it · 自平台签名以来没有任何改动');
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
