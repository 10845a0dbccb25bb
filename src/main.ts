import 'reflect-metadata';
import { startPlatform } from './boot';
import { describeConfig } from './platform/config/config';
import { ConfigError, readConfig } from './platform/config/read-config';
import { stopOnSignal } from './platform/observability/stop-on-signal';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env);
  say(JSON.stringify({ event: 'config.read', ...describeConfig(config) }));
  const platform = await startPlatform(config, say);
  stopOnSignal(() => platform.stop());
  if (platform.adminPassword !== null)
    say(
      `\n管理员已创建 / administrator created: admin ${platform.adminPassword}\n请记下密码，只显示这一次。Write it down: it is shown only once.\n`,
    );
  say(`焊安已启动 / Hanan is ready: ${platform.url} (${config.publicUrl})`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof ConfigError ? fault.message : String((fault as Error).stack ?? fault)}\n`);
  process.exitCode = 1;
});
