import { rmSync } from 'node:fs';
import { running } from './running-postgres';

export default async function stopPostgres(): Promise<void> {
  const { server, dataDir } = running;
  running.server = undefined;
  running.isReady = false;
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
}
