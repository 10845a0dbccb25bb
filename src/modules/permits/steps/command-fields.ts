import type { PermitCommand } from '../../../domain/permits/permit-life-cycle';
import { invalid, type FieldError, type Refusal } from '../../../kernel/refusal';
import type { PermitCommandRequest } from './permit-command.dto';

type Field = keyof PermitCommandRequest;
interface Takes {
  readonly needs?: readonly Field[];
  readonly may?: readonly Field[];
}

/** Where somebody stands, and who they are. */
const ON_THE_SPOT: readonly Field[] = ['proof', 'identity', 'lat', 'lng', 'accuracyM', 'photoId'];
const SIGNED: readonly Field[] = ['comment', 'signatureFileId'];

const FIELDS: Readonly<Record<PermitCommand, Takes>> = {
  submit: {},
  'site-visit': { may: ON_THE_SPOT },
  approve: { may: [...SIGNED, ...ON_THE_SPOT] },
  countersign: { may: SIGNED },
  return: { needs: ['reason'] },
  reject: { needs: ['reason'] },
  issue: { may: [...SIGNED, ...ON_THE_SPOT] },
  'work-leader-opinion': { may: SIGNED },
  briefing: { may: SIGNED },
  'briefing-received': { may: SIGNED },
  'shift-check': { may: SIGNED },
  measures: { needs: ['items'], may: ['givenAt', 'signatureFileId', ...ON_THE_SPOT] },
  'gas-test': { needs: ['sampledAt', 'readings'], may: ['givenAt', 'instrument', 'oxygenEnriched', 'signatureFileId'] },
  'fire-watch-on': { may: ON_THE_SPOT },
  'substitute-watch': { may: ON_THE_SPOT },
  'watch-tap': { may: ['givenAt', 'lat', 'lng', 'accuracyM'] },
  'fire-watch-off': { may: ['reason'] },
  start: { may: ['signatureFileId'] },
  suspend: { may: ['reason'] },
  resume: { may: ['note'] },
  finish: { may: ['note'] },
  close: { needs: ['residualFire'], may: ['note', 'signatureFileId', ...ON_THE_SPOT] },
  cancel: { needs: ['reason'] },
  amend: { may: ['welderIds', 'machineIds', 'confirm', 'signatureFileId'] },
};

/** A visit without a signboard has a position. */
const visitNeeds = (command: PermitCommand, { proof }: PermitCommandRequest): readonly Field[] =>
  command === 'site-visit' && proof === undefined ? ['lat', 'lng'] : [];

/** Confirming an amendment confirms what was asked for, and adds nothing. */
const contradicting = (command: PermitCommand, { confirm }: PermitCommandRequest): readonly Field[] =>
  command === 'amend' && confirm === true ? ['welderIds', 'machineIds'] : [];

/** A body that lacks what its command needs, or brings what belongs to another. */
export function wrongBody(command: PermitCommand, body: PermitCommandRequest): Refusal | null {
  const { needs = [], may = [] } = FIELDS[command];
  const given = (Object.keys(body) as Field[]).filter((field) => body[field] !== undefined);
  const errors: FieldError[] = [
    ...[...needs, ...visitNeeds(command, body)]
      .filter((field) => !given.includes(field))
      .map((path) => ({ path, code: 'field.required' })),
    ...given
      .filter(
        (field) => !(needs.includes(field) || may.includes(field)) || contradicting(command, body).includes(field),
      )
      .map((path) => ({ path, code: 'field.unknown' })),
  ];
  return errors.length === 0 ? null : invalid('request.invalid', { errors });
}
