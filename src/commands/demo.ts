import 'reflect-metadata';
import { join } from 'node:path';
import { VISITOR } from '../../seeds/demo/cast';
import { startPlatform, type Platform } from '../boot';
import { Config } from '../platform/config/config';
import { ConfigError, readConfig } from '../platform/config/read-config';
import { stopOnSignal } from '../platform/observability/stop-on-signal';
import { demoCounty, NotEmpty } from './demo-county';
import { demoEnvironment } from './demo-environment';
import { keepNotebook, openNotebook } from './demo-notebook';
import { Simulator } from './demo-simulator';
import { welcome } from './demo-welcome';
import { demoWorld } from './demo-world';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run demo`: the platform with a county to play in, and people and machines that live in it. */
async function main(): Promise<void> {
  const config = await demoConfig();
  const running: { simulator?: Simulator; platform?: Platform } = {};
  stopOnSignal(async () => {
    await Promise.all([running.simulator?.stop(), running.platform?.stop()]);
  });
  say('正在启动数据库、消息代理和平台… starting database, broker and platform');
  const platform = (running.platform = await startPlatform(config, say));
  try {
    running.simulator = await fillAndPlay(platform, config);
  } catch (fault) {
    await platform.stop();
    throw fault;
  }
}

/** The password of the demo people is also the first password of `admin`. */
async function demoConfig(): Promise<Config> {
  const environment = await demoEnvironment(process.env);
  const { dataDir, demoPassword } = readConfig(environment);
  const password = demoPassword ?? openNotebook(dataDir).password;
  const config = readConfig({
    ...environment,
    DEMO_PASSWORD: password,
    ADMIN_PASSWORD: environment.ADMIN_PASSWORD ?? password,
  });
  return new Config({ ...config, showTexts: true });
}

async function fillAndPlay(platform: Platform, { dataDir, demoPassword, publicUrl }: Config): Promise<Simulator> {
  const notebook = openNotebook(dataDir);
  const password = demoPassword ?? notebook.password;
  const county = await demoCounty(platform.app, notebook, password, () =>
    say('正在建立演示县：60 家企业、400 名焊工、300 台焊机… filling the demo county'),
  );
  keepNotebook(dataDir, { ...notebook, password, county });
  const simulator = new Simulator({
    dataDir,
    url: platform.url,
    mqttPort: platform.mqttPort ?? 0,
    world: demoWorld(county, password),
    say,
  });
  simulator.start();
  const machineCode = county.machines[VISITOR.machine]?.code ?? '';
  say(
    welcome({
      localUrl: platform.url,
      publicUrl,
      password,
      usernames: Object.keys(county.userIds),
      machineCode,
      simulatorLog: join(dataDir, 'simulator.log'),
      messagesLog: join(dataDir, 'text-messages.log'),
    }),
  );
  return simulator;
}

/** What a person can mend is said in one sentence; where a stack tells more, it is a fault of ours. */
main().catch((fault: unknown) => {
  const ours = !(fault instanceof Error) || ![Error, ConfigError, NotEmpty].some((kind) => fault.constructor === kind);
  process.stderr.write(`\n${ours ? String((fault as Error).stack ?? fault) : fault.message}\n`);
  process.exit(1);
});
