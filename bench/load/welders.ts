import type { TestApp } from '../../test/support/app';
import { activate, draftPermit, newWelder, POINT, type Person, type Site } from '../../test/support/site';
import type { Call } from './http-calls';

export const WELDERS_OF_A_SITE = 10;

/** A welder with a gas set of their own, which no chip holds up, and the permit of their site that names both. */
export interface Worker {
  readonly welder: Person;
  readonly machineCode: string;
  readonly permitId: string;
}

export async function newWorkers(app: TestApp, site: Site): Promise<Worker[]> {
  const made: { person: Person; id: string; machineId: string; machineCode: string }[] = [];
  while (made.length < WELDERS_OF_A_SITE) {
    const { person, id } = await newWelder(app, site.admin, { enterpriseId: site.enterpriseId });
    const machine = await site.admin.must('/machines', {
      model: 'G01-100',
      process: 'GAS',
      enterpriseId: site.enterpriseId,
      regionCode: '411003',
      inspectionDueOn: '2030-01-01',
    });
    made.push({ person, id, machineId: String(machine['id']), machineCode: String(machine['code']) });
  }
  const permit = await draftPermit(site, {
    welderIds: made.map(({ id }) => id),
    machineIds: made.map(({ machineId }) => machineId),
  });
  const permitId = String(permit['id']);
  await activate(site, permitId);
  return made.map(({ person, machineCode }) => ({ welder: person, machineCode, permitId }));
}

export const scanned = ({ welder, machineCode }: Worker, permitId: string): Call => ({
  method: 'POST',
  path: '/jobs',
  body: { machineCode, permitId, ...POINT, accuracyM: 10 },
  token: welder.token,
});
