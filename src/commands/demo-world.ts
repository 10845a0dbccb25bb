import { isOnline, mischiefOf, PLAYERS, worksByPermit } from '../../seeds/demo/cast';
import { enterprise, machineKind, ownerOf, siteOf } from '../../seeds/demo/county';
import type { DemoCounty } from '../../seeds/demo/demo-context';
import { workSites, type WorkSite } from '../../seeds/demo/sites';
import { PLAYED_OFFICIALS, staffUsername } from '../../seeds/demo/staff';
import { HOUR } from '../kernel/time';
import type { Person, Site, World, WorldChip } from '../simulator/world';

const AN_ARC_A = 300;

/** The demo county as the simulator is told of it. */
export const demoWorld = (county: DemoCounty, password: string): World => ({
  chips: county.machines.flatMap((machine, n) => (isOnline(n) ? [worldChip(machine, n)] : [])),
  people: [...players(county, password), ...watchers(county, password)],
  sites: workSites().map((site) => worldSite(county, site, password)),
  officials: { ...PLAYED_OFFICIALS, rectifiers: safetyOfficers(county), password },
});

const safetyOfficers = ({ enterpriseIds }: DemoCounty): Record<string, string> =>
  Object.fromEntries(enterpriseIds.map((id, n) => [id, staffUsername('safety', n)]));

function worldChip({ chipNo, secretHex, code }: DemoCounty['machines'][number], n: number): WorldChip {
  const { process, ratedCurrentA } = machineKind(n);
  const part = mischiefOf(n);
  return {
    ...{ chipNo, secretHex, machineCode: code, process, ratedCurrentA: ratedCurrentA ?? AN_ARC_A, outlets: 1 },
    ...siteOf(ownerOf(n)),
    ...(part ? { part } : {}),
  };
}

const players = ({ machines }: DemoCounty, password: string): Person[] =>
  PLAYERS.map(({ username, part, machine, enterprise: at }) => ({
    ...{ username, password, part, machineCode: machines[machine]?.code ?? null },
    byPermit: worksByPermit(at) && part === 'welder',
  }));

/** Those who watch where permits were made with the county or by the visitor; the others belong to a site. */
function watchers({ userIds }: DemoCounty, password: string): Person[] {
  const atSites = new Set(workSites().flatMap(({ watcher, until }) => (until ? [] : [watcher])));
  return Object.keys(userIds)
    .filter((username) => username.startsWith('firewatch') && !atSites.has(username))
    .map((username) => ({ username, password, part: 'watcher', machineCode: null }));
}

const RADIUS_M = 100;

function worldSite(county: DemoCounty, site: WorkSite, password: string): Site {
  const { regime, level, work, method, applicant, signers, watcher, hours, workHours, until } = site;
  const { place, content, kinds = [], openAir = false, gases = [] } = work;
  const name = `${enterprise(site.enterprise).shortName}${place}`;
  const ids = (numbers: readonly number[], all: readonly string[]): string[] => numbers.flatMap((n) => all[n] ?? []);
  return {
    ...{ regime, level, content, method, gases, applicant, signers, watcher, hours, password },
    enterpriseId: county.enterpriseIds[site.enterprise] ?? '',
    place: { name, ...siteOf(site.enterprise), radiusM: RADIUS_M, openAir, kinds },
    welderIds: ids(site.welders, county.welderIds),
    machineIds: ids(site.machines, county.machineIds),
    fireWatchId: county.userIds[watcher] ?? '',
    workMs: workHours * HOUR,
    ...(until ? { until } : {}),
  };
}
