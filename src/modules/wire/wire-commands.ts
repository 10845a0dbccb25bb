import type { ChipCommand } from '../jobs/chip-command';
import type { SetSettings } from './chip-settings.store';
import type { OpenChange } from './secret-change.store';

/** Commands of the wire. They wait for their chip as long as it takes. */
const waiting = { jobId: null, expiresAt: null } as const;

export const keysCommand = (id: string, chipNo: string): ChipCommand => ({
  ...{ ...waiting, id, chipNo, kind: 'keys', payload: {} },
});

export const secretCommand = ({ commandId: id, chipNo, no }: OpenChange, x: string): ChipCommand => ({
  ...{ ...waiting, id, chipNo, kind: 'secret', payload: { no, x } },
});

export function configureCommand(settings: SetSettings): ChipCommand {
  const { commandId: id, chipNo, no, sampleMs, idleSampleMs, arcFromA, arcPauseMs } = settings;
  const payload = { no, sampleMs, idleSampleMs, arcFromA, arcPauseMs };
  return { ...waiting, id, chipNo, kind: 'configure', payload };
}
