import type { EmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres';

export const TEMPLATE = 'hanan_template';

interface Running {
  server?: EmbeddedPostgres;
  dataDir?: string;
  isReady?: boolean;
}

const KEY = Symbol.for('hanan.test.postgres');
const holder = globalThis as { [KEY]?: Running };

/** Of the jest parent process: set-up and tear-down of all projects share it. */
export const running: Running = (holder[KEY] ??= {});
