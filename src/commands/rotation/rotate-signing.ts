import { signingKeys } from '../../platform/config/read-secrets';
import { awaitHolders } from '../../platform/keys/process-keys';
import { isBegun } from './begun-changes.view';
import { idOf, patience, refuseKey, type Bench } from './bench';
import { isOffered, newestSigning, offerSigning, useKey } from './key-texts';

/**
 * The audit trail and evidence packs are signed by a new key from now on. All older ones stay known: blocks, heads and packs
 * name their key. Every process knows the new one before the first signs by it.
 */
export async function rotateSigning(bench: Bench): Promise<void> {
  const { client, place, say, note } = bench;
  const text = (): string => place.texts().SIGNING_KEY ?? '';
  const before = newestSigning(place.texts());
  if (!isOffered(text()) && !(await isBegun(bench, 'signing', { version: before }))) {
    await note('signing', 'begun', { version: before + 1 });
    place.write(offerSigning(place.texts()));
  }
  const version = newestSigning(place.texts());
  const known = `${version} ${idOf(signingKeys(refuseKey, text()).signingKeys, version)}`;
  await awaitHolders(client, ({ signing }) => signing?.knows.includes(known) ?? false, patience(bench));
  say(`所有进程已取得第 ${version} 版签名密钥 / Every process knows signing key ${version}`);
  if (isOffered(text())) place.write(useKey(place.texts(), 'SIGNING_KEY'));
  await awaitHolders(client, ({ signing }) => signing?.signs === version, patience(bench));
  await note('signing', 'changed', { version });
  say(
    `审计链和证据包从现在起用第 ${version} 版签名；旧的仍可核验 / The audit trail and evidence are signed by key ${version}; what older keys signed is checked as before`,
  );
}
