import { isOnline, mischiefOf, PLAYERS } from '../../seeds/demo/cast';
import { machineKind, ownerOf, siteOf } from '../../seeds/demo/county';
import type { DemoCounty } from '../../seeds/demo/demo-context';
import type { Person, World, WorldChip } from '../simulator/world';

const AN_ARC_A = 300;

/** The demo county as the simulator is told of it. */
export const demoWorld = (county: DemoCounty, password: string): World => ({
  chips: county.machines.flatMap((machine, n) => (isOnline(n) ? [worldChip(machine, n)] : [])),
  people: [...players(county, password), ...watchers(county, password)],
});

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
  PLAYERS.map(({ username, part, machine }) => ({
    username,
    password,
    part,
    machineCode: machines[machine]?.code ?? null,
  }));

const watchers = ({ userIds }: DemoCounty, password: string): Person[] =>
  Object.keys(userIds)
    .filter((username) => username.startsWith('firewatch'))
    .map((username) => ({ username, password, part: 'watcher', machineCode: null }));
