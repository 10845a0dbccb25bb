import { verifyAudit } from '../platform/audit/verify-audit';
import { readConfig } from '../platform/config/read-config';
import { mustHoldDatabase } from './must-hold-database';

async function main(): Promise<void> {
  mustHoldDatabase(process.env);
  const isIntact = await verifyAudit(readConfig(process.env), (line) => void process.stdout.write(`${line}\n`));
  process.exitCode = isIntact ? 0 : 1;
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
