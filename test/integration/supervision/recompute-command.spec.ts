import { withFeatures } from '../../../src/boot';
import { HOUR } from '../../../src/kernel/time';
import { RecomputeVerdicts } from '../../../src/modules/supervision/recompute-verdicts';
import { Config } from '../../../src/platform/config/config';
import { newUnlockKey, readUnlockKey } from '../../../src/platform/config/unlock-key';
import { DatabaseAddress } from '../../../src/platform/database/database-address';
import { emptyCopy } from '../../support/database';

it('a command line has the features without HTTP, MQTT and timers, and leaves nothing running', async () => {
  const database = await emptyCopy();
  const config = new Config({
    databaseUrl: database.url,
    jwtSecret: 'x'.repeat(32),
    masterKeys: new Map([[1, Buffer.alloc(32, 1)]]),
    searchKey: Buffer.alloc(32, 2),
    unlockKeys: [readUnlockKey(newUnlockKey())],
  });
  const address = new DatabaseAddress(database.url, database.url);
  const result = await withFeatures(config, address, (app) =>
    app.get(RecomputeVerdicts, { strict: false }).execute(Date.now() - HOUR, Date.now()),
  );
  expect(result).toEqual({ arcs: 0, differences: [] });
  await database.drop();
});
