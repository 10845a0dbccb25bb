import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '../../../src/platform/config/config';
import { readConfig } from '../../../src/platform/config/read-config';
import { DatabaseAddress } from '../../../src/platform/database/database-address';
import { ShownTextsController } from '../../../src/platform/messaging/shown-texts.controller';
import { PlatformModule } from '../../../src/platform/platform.module';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'hanan-texts-'));
const doors = (config: Config) => PlatformModule.with(config, new DatabaseAddress('', '')).controllers;

describe('texts that were sent are shown by the demo alone', () => {
  it('no variable of the environment opens the page', () => {
    for (const name of ['SHOW_TEXTS', 'SHOWTEXTS', 'showTexts', 'DEMO', 'DEMO_PASSWORD']) {
      const config = readConfig({ DATA_DIR, [name]: name === 'DEMO_PASSWORD' ? 'Some-Password-2026' : 'true' });
      expect(config.showTexts).toBe(false);
      expect(doors(config)).not.toContain(ShownTextsController);
    }
  });

  it('the demo’s own command does', () => {
    const config = new Config({ ...readConfig({ DATA_DIR }), showTexts: true });
    expect(doors(config)).toContain(ShownTextsController);
  });
});
