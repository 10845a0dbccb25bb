import { conform, exitCode } from '../conformance/conform';
import { HELP, readOptions, type Options } from '../conformance/options';

/** `npm run chip:conform -- --chip … --secret …`: the platform, played for one chip (docs/chip-protocol.md, "Try your chip"). */
async function main(): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (fault) {
    process.stderr.write(`${(fault as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    say(HELP);
    return 0;
  }
  return exitCode(await conform(options, say));
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(2);
  },
);
