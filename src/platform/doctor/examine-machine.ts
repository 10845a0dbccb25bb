import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Instant } from '../../kernel/time';
import { headPlaces } from '../audit/audit-head';
import { lastBackup } from '../backup/last-backup';
import { servesPeople, talksWithChips, type Config } from '../config/config';
import { pingClamd } from '../files/clamd';
import { examineCertificates } from './examine-certificates';
import { fault, fine, warning, type Finding } from './finding';
import { judgeBackup, judgeDisk, judgeMode } from './judge';

const SECRET_FILES = /^(secrets\.(json|env)|postgres\.(password|owner-password)|audit-head\.json)$/;

/** Disk, files, ports: what can be seen without the database. */
export async function examineMachine(config: Config, now: Instant): Promise<Finding[]> {
  const { dataDir } = config;
  const { bavail, blocks, bsize } = statfsSync(existsSync(dataDir) ? dataDir : dirname(dataDir));
  const secrets = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => SECRET_FILES.test(name)) : [];
  const backup = lastBackup(dataDir);
  return [
    judgeDisk(bavail * bsize, blocks * bsize),
    ...secrets.map((name) => judgeMode(join(dataDir, name), statSync(join(dataDir, name)).mode)),
    headsApart(config),
    ...examineCertificates(config, now),
    ...(config.clamdAddress === null ? [] : [await scanner(config.clamdAddress)]),
    judgeBackup(backup && Date.parse(backup.takenAt), backup?.verifiedAt !== undefined, now),
    ...(servesPeople(config) ? [await port('HTTP', config.port, '0.0.0.0', await answersAsUs(config.port))] : []),
    ...(talksWithChips(config)
      ? [await port('MQTT', config.mqttPort, config.mqttBind, await answersAsUs(config.port))]
      : []),
  ];
}

/** While it is away, every upload is refused. */
async function scanner(address: string): Promise<Finding> {
  if (await pingClamd(address).catch(() => false)) return fine(`杀毒服务 ${address} 正常`, `The virus scanner at ${address} answers`); // prettier-ignore
  return fault(`杀毒服务 ${address} 没有响应，照片和表格都会被拒收：请启动 clamd，或取消 CLAMD_ADDRESS`, `The virus scanner at ${address} does not answer, so photos and tables are refused: start clamd, or unset CLAMD_ADDRESS`); // prettier-ignore
}

function headsApart(config: Config): Finding {
  const { head, copy } = headPlaces(config);
  if (!existsSync(head) || !existsSync(copy) || statSync(head).dev !== statSync(copy).dev)
    return fine('审计链头的副本另有存放', 'The head of the audit chain has its copy elsewhere');
  return warning(
    '审计链头的两份副本在同一磁盘上：请把 AUDIT_COPY_DIR 设到另一块盘',
    'Both copies of the head of the audit chain lie on one disk: set AUDIT_COPY_DIR to another',
  );
}

/** A port is fine while a platform of ours uses it, or while nobody does. */
async function port(name: string, number: number, address: string, isOurs: boolean): Promise<Finding> {
  if (isOurs) return fine(`平台正在运行，${name} 端口 ${number}`, `The platform runs, ${name} port ${number}`);
  if (number === 0 || (await isFree(number, address)))
    return fine(`${name} 端口 ${number} 可用`, `${name} port ${number} is free`);
  return fault(
    `${name} 端口 ${number} 被其他程序占用，请换一个端口或停掉那个程序`,
    `${name} port ${number} is used by another program: choose another port, or stop that program`,
  );
}

async function answersAsUs(number: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${number}/health/live`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

const isFree = (number: number, host: string): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(number, host, () => server.close(() => done(true)));
  });
