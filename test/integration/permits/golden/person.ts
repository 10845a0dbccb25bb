import { PLACE, type PermitWorld } from '../permit-world';
import type { RecordedDay } from './recorded-day';
import type { PersonName } from './stage';

export type Draft = NonNullable<Parameters<PermitWorld['request']>[0]>;

/** Somebody of the day. Permits, jobs and delegations go by the names that the script gave them. */
export class Person {
  constructor(
    private readonly day: RecordedDay,
    private readonly who: PersonName,
    private readonly refusedWith: string | null = null,
  ) {}

  /** What follows is refused with this code. */
  refused(code: string): Person {
    return new Person(this.day, this.who, code);
  }

  drafts(makes: string, draft: Draft = {}, language?: string): Promise<unknown> {
    const headers = language === undefined ? undefined : { 'accept-language': language };
    return this.ask('post', `drafts ${makes}`, '/permits', { body: this.day.world.request(draft), makes, headers });
  }

  changes(name: string, version: number | null, draft: Draft): Promise<unknown> {
    const headers = version === null ? undefined : { 'if-match': `"${version}"` };
    return this.ask('put', `changes ${name}`, this.path(name), { body: this.day.world.request(draft), headers });
  }

  sees(name: string, language = 'zh-CN'): Promise<unknown> {
    return this.ask('get', `sees ${name}`, this.path(name), { headers: { 'accept-language': language } });
  }

  gives(name: string, command: string, body?: object, language = 'zh-CN'): Promise<unknown> {
    const path = `${this.path(name)}/commands/${command}`;
    return this.ask('post', `gives ${name} ${command}`, path, {
      body,
      command,
      headers: { 'accept-language': language },
    });
  }

  /** All of the checklist, or what of it is named by its place in the list. */
  async ticks(name: string, confirmed = true, places?: readonly number[]): Promise<unknown> {
    const measures = (await this.day.world.see(this.day.id(name))).measures;
    const items = measures.filter((_, i) => places === undefined || places.includes(i));
    return this.gives(name, 'measures', { items: items.map(({ code }) => ({ code, confirmed })) });
  }

  copies(name: string, makes: string, body: object = {}): Promise<unknown> {
    return this.ask('post', `copies ${name} as ${makes}`, `${this.path(name)}/copy`, { body, makes });
  }

  extends(name: string, makes: string, until: string, submit = true): Promise<unknown> {
    const body = { plannedEnd: this.day.time(until), submit };
    return this.ask('post', `extends ${name} until ${until} as ${makes}`, `${this.path(name)}/extension`, {
      body,
      makes,
    });
  }

  feeds(name: string, gasTest: object): Promise<unknown> {
    return this.ask('post', `feeds gas of ${name}`, `${this.path(name)}/gas-feed`, { body: gasTest });
  }

  resendsCode(name: string): Promise<unknown> {
    return this.ask('post', `resends the code of ${name}`, `${this.path(name)}/occupier-code`);
  }

  delegates(makes: string, body: object): Promise<unknown> {
    return this.ask('post', `delegates ${makes}`, '/approval-delegations', { body, makes });
  }

  listsDelegations(): Promise<unknown> {
    return this.ask('get', 'lists delegations', '/approval-delegations?limit=10');
  }

  revokes(name: string): Promise<unknown> {
    return this.ask('delete', `revokes ${name}`, `/approval-delegations/${this.day.id(name)}`);
  }

  startsJob(makes: string, permit: string, machineCode: string): Promise<unknown> {
    const body = { machineCode, permitId: this.day.id(permit), ...PLACE, accuracyM: 5 };
    return this.ask('post', `starts ${makes}`, '/jobs', { body, makes });
  }

  finishesJob(name: string): Promise<unknown> {
    return this.ask('post', `finishes ${name}`, `/jobs/${this.day.id(name)}/finish`);
  }

  private path(name: string): string {
    return `/permits/${this.day.id(name)}`;
  }

  private ask(
    method: 'get' | 'post' | 'put' | 'delete',
    what: string,
    path: string,
    more: { body?: object; makes?: string; command?: string; headers?: Record<string, string> } = {},
  ): Promise<unknown> {
    const step = `${this.who} ${what}${this.refusedWith === null ? '' : `: refused, ${this.refusedWith}`}`;
    return this.day.ask({ ...more, method, path, step, by: this.who, refusedWith: this.refusedWith });
  }
}

/** Whoever holds the code, without an account. */
export const occupierTypes = (
  day: RecordedDay,
  name: string,
  code: string,
  refusedWith: string | null = null,
): Promise<unknown> =>
  day.ask({
    step: `the occupier types a code for ${name}${refusedWith === null ? '' : `: refused, ${refusedWith}`}`,
    by: null,
    method: 'post',
    path: `/permits/${day.id(name)}/occupier-confirmation`,
    body: { code },
    refusedWith,
  });

export function peopleOf(day: RecordedDay) {
  const person = (name: PersonName): Person => new Person(day, name);
  return {
    manager: person('manager'), manager2: person('manager2'), safety: person('safety'), safety2: person('safety2'),
    head: person('head'), deputy: person('deputy'), watcher: person('watcher'), watcher2: person('watcher2'),
    welder: person('welderUser'), welder2: person('welder2'), regulator: person('regulator'), stranger: person('stranger'),
    grid: person('grid'), admin: person('admin'),
  }; // prettier-ignore
}
