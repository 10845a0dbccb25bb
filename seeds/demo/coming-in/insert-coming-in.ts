import type { Tx } from '../../../src/platform/database/unit-of-work';
import type { DemoContext, DemoCounty } from '../demo-context';
import { insertCollections } from './collections';
import { insertDemoPhoto } from './demo-photo';
import { insertFittings } from './fittings';
import { insertImports } from './imports';
import { insertInvitations } from './invitations';
import { insertRegistrations } from './registrations';
import { insertRolls } from './rolls';

/** How the county came in (摸清底数): stickers, collecting, lists, people who register, chips that are fitted. */
export async function insertComingIn(tx: Tx, context: DemoContext, made: DemoCounty): Promise<void> {
  const photoId = await insertDemoPhoto(tx, context, made);
  await insertRolls(tx, context, made);
  await insertCollections(tx, context, made, photoId);
  await insertFittings(tx, context, made, photoId);
  await insertInvitations(tx, context, made);
  await insertRegistrations(tx, context, made);
  await insertImports(tx, context, made);
}
