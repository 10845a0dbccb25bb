import type { TestApp } from '../../test/support/app';
import { activate, draftPermit, newWelder, POINT, type Person, type Site } from '../../test/support/site';
import type { Call } from './http-line';
import type { Machine } from './site-chips';

export const WELDERS_OF_A_SITE = 10;

/** A welder with a machine of their own, and the permit of their site that names both. */
export interface Worker {
  readonly welder: Person;
  readonly machineCode: string;
  readonly permitId: string;
}

/** With gas sets, which no chip holds up. */
export async function newWorkers(app: TestApp, site: Site): Promise<Worker[]> {
  const machines: Machine[] = [];
  while (machines.length < WELDERS_OF_A_SITE) {
    const machine = await site.admin.must('/machines', {
      model: 'G01-100',
      process: 'GAS',
      enterpriseId: site.enterpriseId,
      regionCode: '411003',
      inspectionDueOn: '2030-01-01',
    });
    machines.push({ id: String(machine['id']), code: String(machine['code']) });
  }
  return welderOfEach(app, site, machines);
}

/** A new welder for each machine, and one permit for all of them. */
export async function welderOfEach(app: TestApp, site: Site, machines: readonly Machine[]): Promise<Worker[]> {
  const { admin, enterpriseId } = site;
  const welders = await Promise.all(machines.map(() => newWelder(app, admin, { enterpriseId })));
  const permit = await draftPermit(site, {
    welderIds: welders.map(({ id }) => id),
    machineIds: machines.map(({ id }) => id),
  });
  const permitId = String(permit['id']);
  await activate(site, permitId);
  return machines.map(({ code }, n) => ({ welder: welders[n]!.person, machineCode: code, permitId }));
}

export const scanned = ({ welder, machineCode }: Worker, permitId: string): Call => ({
  method: 'POST',
  path: '/jobs',
  body: { machineCode, permitId, ...POINT, accuracyM: 10 },
  token: welder.token,
});
