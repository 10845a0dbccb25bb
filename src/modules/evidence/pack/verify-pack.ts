import { verify, type KeyObject } from 'node:crypto';
import { keyOfJwk, thumbprintOf, type PublicJwk } from '../../../platform/signing/derived-key';
import { readStoredZip } from '../../../platform/documents/stored-zip';
import { auditFaults } from './audit-excerpt';
import { FORMAT, listed, MANIFEST, SIGNATURE, type Manifest } from './manifest';
import type { PackFault } from './pack-fault';

/** Which key is believed: one that the platform publishes, or one whose fingerprint is known from paper. Never one for being in the pack. */
export type Trust =
  | { readonly kind: 'keys'; readonly keys: readonly PublicJwk[] }
  | { readonly kind: 'fingerprint'; readonly kid: string };

export interface VerifiedPack {
  /** Null where the pack cannot be read at all. */
  readonly manifest: Manifest | null;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Empty: nothing was changed since the platform signed it. */
  readonly faults: readonly PackFault[];
}

/** Whether a pack is the one that the platform signed, byte for byte. Needs neither the platform nor a network. */
export function verifyPack(archive: Buffer, trust: Trust): VerifiedPack {
  const files = readStoredZip(archive);
  if (files === null) return unreadable('not-a-pack');
  const [content, signature] = [files.get(MANIFEST), files.get(SIGNATURE)];
  if (!content || !signature) return unreadable('not-signed');
  const manifest = manifestIn(content);
  if (manifest === null) return unreadable('not-a-pack');
  const signed = signatureFault(content, signature.toString('latin1'), manifest, trust);
  // of a pack that nobody signed only the files are compared: what else it says is not believed
  const faults = [...(signed ? [signed] : auditFaults(files, manifest)), ...fileFaults(files, manifest)];
  return { manifest, files, faults };
}

const unreadable = (kind: 'not-a-pack' | 'not-signed'): VerifiedPack => ({
  manifest: null,
  files: new Map(),
  faults: [{ kind }],
});

function manifestIn(content: Buffer): Manifest | null {
  const read = parsed(content) as Partial<Manifest> | null;
  return read?.format === FORMAT && Array.isArray(read.files) && read.key && read.auditKey ? (read as Manifest) : null;
}

function signatureFault(content: Buffer, jws: string, manifest: Manifest, trust: Trust): PackFault | null {
  const [head = '', payload, signature = '', ...more] = jws.split('.');
  const header = parsed(Buffer.from(head, 'base64url')) as { alg?: unknown; kid?: unknown } | null;
  if (payload !== '' || more.length > 0 || header?.alg !== 'EdDSA' || !isCanonical(signature))
    return { kind: 'signature-wrong' };
  const key = typeof header.kid === 'string' ? keyOf(header.kid, manifest, trust) : null;
  if (key === null) return { kind: 'key-unknown' };
  const covered = Buffer.from(`${head}.${content.toString('base64url')}`);
  return verify(null, covered, key, Buffer.from(signature, 'base64url')) ? null : { kind: 'signature-wrong' };
}

/** The last sign of base64url has bits that mean nothing: another sign there would be a changed byte that nobody sees. */
const isCanonical = (text: string): boolean => Buffer.from(text, 'base64url').toString('base64url') === text;

/** A key set has the key itself. A fingerprint is the hash of one, so the key that lies in the pack is taken if it has that hash. */
function keyOf(kid: string, manifest: Manifest, trust: Trust): KeyObject | null {
  const candidates = trust.kind === 'keys' ? trust.keys : kid === trust.kid ? [manifest.key] : [];
  const key = candidates.find((one) => one.crv === 'Ed25519' && thumbprintOf(one) === kid);
  return key ? keyOfJwk(key) : null;
}

function fileFaults(files: ReadonlyMap<string, Buffer>, manifest: Manifest): PackFault[] {
  const is = new Map(listed(files).map((file) => [file.path, file]));
  const was = new Map(manifest.files.map((file) => [file.path, file]));
  const faults: PackFault[] = [];
  for (const [path, { sha256, bytes }] of was) {
    const now = is.get(path);
    if (!now) faults.push({ kind: 'file-removed', path });
    else if (now.sha256 !== sha256 || now.bytes !== bytes) faults.push({ kind: 'file-changed', path });
  }
  for (const path of is.keys())
    if (!was.has(path) && path !== MANIFEST && path !== SIGNATURE) faults.push({ kind: 'file-added', path });
  return faults;
}

export function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
