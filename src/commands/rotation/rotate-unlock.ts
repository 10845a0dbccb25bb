import { isBegun } from './begun-changes.view';
import { awaitHolders } from '../../platform/keys/process-keys';
import { patience, type Bench } from './bench';
import { chipsBehind } from './chips-behind.view';
import { changeUnlock } from './key-texts';

/** The key that the chips hold already signs. Where the secrets come by environment, the second run ends what the first began. */
export async function rotateUnlock(bench: Bench): Promise<void> {
  const { client, config, place, note } = bench;
  const [signs, next] = config.unlockKeys;
  if (signs && (await isBegun(bench, 'unlock', { signs: signs.kid }))) return endChange(bench, signs.kid);
  if (!next)
    throw new Error('缺少 UNLOCK_SIGNING_KEY_B / UNLOCK_SIGNING_KEY_B is missing: give one and wait for the chips');
  const behind = await chipsBehind(client, next.kid);
  if (behind.length > 0)
    throw new Error(
      `${behind.length} 个芯片还没有下一把公钥，等它们上线后再试 / ${behind.length} chips do not hold the next key yet; wait until they came in: ${behind.slice(0, 20).join(', ')}`,
    ); // prettier-ignore
  await note('unlock', 'begun', { signs: next.kid });
  place.write(changeUnlock(place.texts()));
  await endChange(bench, next.kid);
}

async function endChange(bench: Bench, kid: string): Promise<void> {
  await awaitHolders(bench.client, ({ unlock }) => unlock[0] === kid, patience(bench));
  await bench.note('unlock', 'changed', { signs: kid });
  bench.say(`现在由 ${kid} 签名，下一把公钥会发给芯片 / ${kid} signs; chips get the key after it when they come in`);
}
