import { hasRole, OF_A_REGION } from '../people/roles';
import { familyNameOnly } from '../registry/family-name';
import type { Person } from './snapshot';

/** A person whom a permit names. A name by id proves nothing, because anybody can type an id. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly enterpriseId: string | null;
  /** Their own side asked for the permit, or they came and did something under it. */
  readonly tookPart: boolean;
}

const readsAll = (reader: Person): boolean =>
  reader.kind === 'platform' ||
  (reader.kind === 'user' &&
    (hasRole(reader, 'admin') || (reader.regionCode !== null && hasRole(reader, ...OF_A_REGION))));

const isOneself = (reader: Person, id: string): boolean =>
  reader.kind === 'user' && [reader.userId, reader.welderId].includes(id);

const isColleague = (reader: Person, enterpriseId: string | null): boolean =>
  reader.kind === 'user' && enterpriseId !== null && reader.enterpriseId === enterpriseId;

/** The name where the reader may read that person, else what the public code shows of it. */
export function nameShown({ id, name, enterpriseId, tookPart }: NamedPerson, reader: Person): string {
  const readable = readsAll(reader) || tookPart || isOneself(reader, id) || isColleague(reader, enterpriseId);
  return readable ? name : familyNameOnly(name);
}
