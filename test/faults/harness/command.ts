import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const COMMANDS = join(__dirname, '../../../dist/src/commands');

/** As `npm run NAME -- …` runs it, from the build. Fails with what it said. */
export async function runCommand(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, [join(COMMANDS, `${name}.js`), ...args], { env });
  return stdout;
}
