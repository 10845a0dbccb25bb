import { parseArgs } from 'node:util';

export interface Options {
  readonly help: boolean;
  readonly chipNo: string;
  readonly secret: Buffer;
  readonly port: number;
  readonly bind: string;
  /** A PEM file with the private key that signs; null: one is made for this run. */
  readonly keyFile: string | null;
  /** Starts the chip, where it is a program. */
  readonly run: string | null;
  readonly patienceMs: number;
  /** Ends at the first rule that does not hold. */
  readonly bail: boolean;
}

const TEXT = { type: 'string' } as const;

/** Reads the command line; throws with a sentence that says what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      ...{ chip: TEXT, secret: TEXT, key: TEXT, run: TEXT },
      port: { ...TEXT, default: '1884' },
      bind: { ...TEXT, default: '127.0.0.1' },
      patience: { ...TEXT, default: '5' },
      bail: { type: 'boolean', default: false },
    },
  });
  const { help, bail, chip = '', secret = '', port, bind, patience } = values;
  if (!help && !/^[A-Z0-9]{12,20}$/.test(chip))
    throw new Error('--chip must be a chip number: 12 to 20 of A–Z and 0–9');
  if (!help && !/^[0-9a-f]{64}$/i.test(secret))
    throw new Error('--secret must be the 64 hex digits of the chip’s secret');
  return {
    ...{ help, bail, chipNo: chip, bind, keyFile: values.key ?? null, run: values.run ?? null },
    secret: Buffer.from(secret, 'hex'),
    port: whole('--port', port, 0, 65_535),
    patienceMs: whole('--patience', patience, 1, 600) * 1_000,
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
}

export const HELP = `焊安芯片符合性检测：扮演平台，逐条检查一块监管芯片。Plays the platform against one chip, and tells rule by rule what passes.

npm run chip:conform -- --chip NUMBER --secret HEX [options]

  --run COMMAND     starts the chip, where it is a program; {mqtt} {chip} {secret} {keys} {flash} are filled in.
                    Without it the chip connects by itself, and a person at this terminal is asked for what needs hands.
  --port N          where the chip connects   (1884; 0: any free port)
  --bind ADDRESS    on which address          (127.0.0.1)
  --key FILE        private key (PEM) that signs, made if the file is not there; its public half must be in the chip
  --patience N      seconds that an answer may take   (5)
  --bail            ends at the first rule that does not hold
  --help

Exit code: 0 all passed, 1 something failed, 2 it could not be tried. The rules: docs/chip-protocol.md.
`;
