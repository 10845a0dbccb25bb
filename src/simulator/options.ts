import { parseArgs } from 'node:util';
import { SCENARIOS } from './scenarios';

export interface Options {
  readonly help: boolean;
  readonly url: string;
  readonly mqttUrl: string;
  /** How many of the world's chips take part, or how many are made. Null: all, or 50. */
  readonly chips: number | null;
  readonly scenario: string;
  readonly seed: number;
  readonly chipsFile: string | null;
  readonly flashFile: string | null;
  readonly adminUsername: string;
  readonly adminPassword: string | null;
  readonly saveTo: string | null;
}

const TEXT = { type: 'string' } as const;

/** Reads the command line; throws with a sentence that says what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      url: { ...TEXT, default: 'http://127.0.0.1:3000' },
      mqtt: { ...TEXT, default: 'mqtt://127.0.0.1:1883' },
      chips: TEXT,
      scenario: { ...TEXT, default: 'mixed' },
      seed: { ...TEXT, default: '1' },
      'chips-file': TEXT,
      flash: TEXT,
      'admin-username': { ...TEXT, default: 'admin' },
      'admin-password': TEXT,
      save: TEXT,
    },
  });
  if (!SCENARIOS[values.scenario])
    throw new Error(`--scenario must be one of ${Object.keys(SCENARIOS).join(', ')}, not "${values.scenario}"`);
  const file = values['chips-file'] ?? null;
  return {
    help: values.help,
    url: address('--url', values.url, ['http:', 'https:']),
    mqttUrl: address('--mqtt', values.mqtt, ['mqtt:', 'mqtts:']),
    chips: values.chips === undefined ? null : whole('--chips', values.chips, 1),
    scenario: values.scenario,
    seed: whole('--seed', values.seed, 0),
    chipsFile: file,
    flashFile: values.flash ?? (file === null ? null : `${file}.flash`),
    adminUsername: values['admin-username'],
    adminPassword: values['admin-password'] ?? null,
    saveTo: values.save ?? null,
  };
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least)
    throw new Error(`${name} must be a whole number from ${least} on, not "${text}"`);
  return value;
}

function address(name: string, text: string, protocols: readonly string[]): string {
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new Error(
    `${name} must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}, not "${text}"`,
  );
}

export const HELP = `焊安模拟器：模拟监管芯片和焊工。Simulated chips and people for a running Hanan platform.

npm run simulate -- [options]

  --url URL              HTTP API of the platform            (http://127.0.0.1:3000)
  --mqtt URL             where chips connect                 (mqtt://127.0.0.1:1883)
  --scenario NAME        ${Object.entries(SCENARIOS)
    .map(([name, { title }]) => `${name}: ${title}`)
    .join('\n                         ')}   (mixed)
  --chips N              so many chips take part             (all of the file, or 50)
  --seed N               the same seed plays the same day    (1)

Where the chips and people come from, one of:
  --chips-file FILE      JSON as the demo writes it: {"chips": […], "people": […]}
  --admin-password WORD  sign in as administrator, import and bind chips, register workshops with a fixed
                         place for hot work, machines, and welders with certificates, then play them;
                         also read from ADMIN_PASSWORD, which keeps it out of the process list
  --admin-username NAME  (admin)
  --save FILE            keep what was registered as a chips file, to play it again; holds secrets, mode 0600

  --flash FILE           what chips remember over a restart: boot and one-time-code counters
                         (FILE.flash beside the chips file; else only as long as the simulator runs)
  --help

Ends on Ctrl-C. Chips obey docs/chip-protocol.md; people use only the HTTP API.
`;
