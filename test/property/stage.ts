import type { Actor, Body, Cast, Firm } from './cast';
import type { Case, MachinePatch } from './case';
import { TOWN } from './cast';
import { DAY, HOUR } from './oracle/time-law';
import type { Area, Circle, Machine, Site, Welder } from './oracle/world';
import { enterSite } from './sites';
import { placeOf, stand } from './spots';

export interface Taken {
  readonly actor: Actor;
  readonly welder: Welder;
}

const PATCHES: Readonly<Record<MachinePatch, Body>> = {
  control: { control: 'code-only' },
  automatic: { automatic: true },
  outlets: { outlets: 2 },
  region: { regionCode: TOWN.lenient },
};

/** What a case finds before anybody asks: machine, sites, fixed places, others at work. */
export class Stage {
  private readonly jobs: string[] = [];
  private readonly siteIds: string[] = [];
  private readonly areaIds: string[] = [];

  constructor(
    private readonly cast: Cast,
    private readonly c: Case,
    private readonly n: number,
    /** Whose machine it is. */
    private readonly firm: Firm,
  ) {}

  async machine(): Promise<{ code: string; machine: Machine }> {
    const { c, cast, firm } = this;
    const { code, machine, chipNo } = await cast.machine(firm, c.machine, c.machinePatch !== undefined);
    if (c.machinePatch) {
      const manager = await cast.staff(firm, 'manager');
      await manager.send('patch', `/machines/${machine.id}`, PATCHES[c.machinePatch]);
    }
    if (c.sticker === 'unknown') return { code: UNKNOWN_STICKER, machine: { ...machine, status: 'unregistered' } };
    if (!chipNo || c.machine === 'unheard')
      return { code, machine: chipNo ? { ...machine, chip: { tampered: false } } : machine };
    const tampered = c.machine === 'tampered';
    return { code, machine: { ...machine, chip: { heardAt: await cast.hearChip(chipNo, tampered), tampered } } };
  }

  async site(circle: Circle, asking: Firm): Promise<Site[]> {
    if (!this.c.site) return [];
    const { id, site } = await enterSite(this.cast, this.c.site, asking, circle);
    this.siteIds.push(id);
    return [site];
  }

  async designate(circle: Circle): Promise<Area & { readonly id: string }> {
    const now = this.cast.clock.now();
    const until = now + this.c.areaHoursLeft * HOUR;
    const from = now - 10 * DAY;
    const made = await this.cast.admin.must('/designated-areas', {
      name: '固定作业点',
      enterpriseId: this.firm.id,
      ...circle,
      validFrom: new Date(from).toISOString(),
      validTo: new Date(until).toISOString(),
    });
    const id = String(made['id']);
    this.areaIds.push(id);
    return { id, circle, from, until, boardBound: false };
  }

  /** A job in a fixed area of the firm, by the welder on another machine or by another welder on this one. */
  async occupyOthers(main: Taken, other: Taken, machineCode: string): Promise<void> {
    const { c, cast, firm } = this;
    if (!c.busy && !c.inUse) return;
    const circle = { ...placeOf(this.n + 600), radiusM: 100 };
    await this.designate(circle);
    const where = stand(circle, 'there');
    if (c.busy) {
      const { code } = await cast.machine(firm, 'second-gas');
      await this.occupy(main, { machineCode: code, ...where });
    }
    if (c.inUse) await this.occupy(other, { machineCode, ...where });
  }

  private async occupy({ actor }: Taken, body: Body): Promise<void> {
    const answer = await actor.post('/jobs', body);
    if (answer.status < 300) this.jobs.push(String(answer.body['id']));
  }

  /** SQL: the route ends no area; a case leaves none behind. */
  async clearAway(): Promise<void> {
    const safety = await this.cast.staff(this.firm, 'safety');
    for (const id of this.jobs) await safety.post(`/jobs/${id}/finish`);
    const regulator = await this.cast.official('regulator', '411003');
    for (const id of this.siteIds) await regulator.must(`/sites/${id}/withdraw`, { reason: '测试' });
    if (this.areaIds.length > 0)
      await this.cast.app.sql(
        "update designated_areas set valid_to = valid_from + interval '1 minute' where id = any($1)",
        [this.areaIds],
      );
  }
}

/** Well formed, and on no machine. */
export const UNKNOWN_STICKER = 'K7M2Q4XA93';
