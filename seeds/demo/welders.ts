import { randomBytes } from 'node:crypto';
import { makeCode } from '../../src/domain/registry/code';
import { maskIdNumber } from '../../src/domain/registry/numbers/mask';
import { maskPhone } from '../../src/kernel/phone';
import { DAY } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert, insertCodes } from './bulk-insert';
import * as county from './county';
import { idsFirstOnTop, iso, range, type DemoContext } from './demo-context';
import { inventedIdNumber, inventedPhone } from './invented-people';

export async function insertWelders(tx: Tx, context: DemoContext, enterpriseIds: readonly string[]): Promise<string[]> {
  const { now, sealer } = context;
  const ids = idsFirstOnTop(context, county.WELDERS);
  const rows = range(county.WELDERS).map((n) => {
    const idNumber = inventedIdNumber(n);
    const phone = inventedPhone(n);
    const employer = county.enterpriseOf(n, county.WELDERS);
    return {
      id: ids[n] ?? '',
      name: county.welderName(n),
      id_number_sealed: sealer.seal('welder.id-number', idNumber),
      id_number_hash: sealer.fingerprint('welder.id-number', idNumber),
      id_number_masked: maskIdNumber(idNumber),
      phone_sealed: sealer.seal('welder.phone', phone),
      phone_hash: sealer.fingerprint('welder.phone', phone),
      phone_masked: maskPhone(phone),
      region_code: county.enterprise(employer).regionCode,
      enterprise_id: county.selfEmployed(n) ? null : enterpriseIds[employer],
      status: 'active',
      code: makeCode(randomBytes(9)),
      warnings: [],
      training_valid_to: county.trainedUntil(n, now),
      version: 1,
      created_at: iso(county.registeredAt(n, now)),
    };
  });
  await bulkInsert(tx, 'welders', rows);
  await insertCodes(tx, 'welder', rows, now);
  await insertCertificates(tx, context, rows.map((row) => row.id)); // prettier-ignore
  return rows.map((row) => row.id);
}

async function insertCertificates(tx: Tx, context: DemoContext, welderIds: readonly string[]): Promise<void> {
  const rows = welderIds.flatMap((welderId, n) => certificateOf(context, welderId, n));
  await bulkInsert(tx, 'certificates', rows);
  await bulkInsert(
    tx,
    'certificate_operations',
    rows.map((row) => ({ number_hash: row.number_hash, operation: 'fusion', certificate_id: row.id })),
  );
}

function certificateOf({ now, ids, sealer }: DemoContext, welderId: string, n: number) {
  const which = county.certificateCase(n);
  if (which === 'none') return [];
  const dates = county.certificateDates(which, n, now);
  const idNumber = inventedIdNumber(n);
  const number = `T${idNumber}`;
  const verified = which !== 'unverified';
  return [
    {
      id: ids.next(now),
      welder_id: welderId,
      kind: 'special-operation',
      number_sealed: sealer.seal('certificate.number', number),
      number_hash: sealer.fingerprint('certificate.number', number),
      number_masked: `T${maskIdNumber(idNumber)}`,
      operations: ['fusion'],
      issuer: '演示发证机关',
      issued_on: dates.from,
      valid_from: dates.from,
      valid_to: dates.to,
      status: which === 'revoked' ? 'revoked' : verified ? 'verified' : 'unverified',
      verified_at: verified ? iso(county.registeredAt(n, now)) : null,
      verification_method: verified ? 'lookup' : null,
      verification_note: verified ? '演示数据' : null,
      revoked_at: which === 'revoked' ? iso(now - 3 * DAY) : null,
      revoke_reason: which === 'revoked' ? '演示：发证机关撤销' : null,
      created_at: iso(county.registeredAt(n, now)),
    },
  ];
}
