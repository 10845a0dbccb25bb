import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Environment } from '../platform/config/variables';

const EVERY_ADDRESS = '0.0.0.0';
const LOOPBACK = '127.0.0.1';
/** Beside the folder of `npm start`: playing must never come near real data. */
const DATA_DIR = '.data-demo';
const PORTS_TRIED = 20;

/** The environment of the demo: what a newcomer would otherwise have to set. Whatever is set stays as it is. */
export async function demoEnvironment(given: Environment): Promise<Environment> {
  const env: Record<string, string> = { DATA_DIR, LOG_LEVEL: 'warn', REQUIRE_TOTP: 'nobody', ...withoutEmpty(given) };
  const PORT = env.PORT ?? String(await freePortFrom(3000, EVERY_ADDRESS));
  const MQTT_PORT = env.MQTT_PORT ?? String(await freePortFrom(1883, LOOPBACK));
  return { PUBLIC_URL: `http://${addressForPhones() ?? LOOPBACK}:${PORT}`, ...env, PORT, MQTT_PORT };
}

const withoutEmpty = (env: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value]] : [])));

/** The wished port, or the next that nobody listens on: another program on 3000 should not stop a first look. */
async function freePortFrom(wished: number, host: string): Promise<number> {
  for (let port = wished; port < wished + PORTS_TRIED; port += 1) if (await isFree(port, host)) return port;
  return wished; // the platform then says which port is taken
}

async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((done) => {
    server.once('error', () => done(false)).listen({ port, host, exclusive: true }, () => done(true));
  });
  if (free) await new Promise<void>((done) => server.close(() => done()));
  return free;
}

/** Networks of containers and tunnels: no phone is in them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|zt|tailscale|cni|flannel|lo)/;

/** This machine's address in the local network, where it has one: what a phone in the same network can open. */
export function addressForPhones(interfaces = networkInterfaces()): string | null {
  const addresses = Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, found = []]) => found)
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  return addresses.find((address) => address.startsWith('192.168.')) ?? addresses.find(isPrivate) ?? null;
}

const isPrivate = (address: string): boolean => /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.)/.test(address);
