import type { Tx } from '../../../src/platform/database/unit-of-work';
import type { DemoContext, DemoCounty } from '../demo-context';
import { acceptFindings } from './accepted-findings';
import { insertCollections } from './collections';
import { insertFittings } from './fittings';
import { insertImports } from './imports';
import { insertInvitations } from './invitations';
import { insertRegistrations } from './registrations';
import { photographMachines } from './photographed';
import { insertRolls } from './rolls';
import { insertTargets } from './targets';

/** How the county came in (摸清底数): stickers, collecting, lists, people who register, chips that are fitted. */
export async function insertComingIn(
  tx: Tx,
  context: DemoContext,
  made: DemoCounty,
  { photoId, villages }: { readonly photoId: string; readonly villages: readonly string[] },
): Promise<void> {
  await insertRolls(tx, context, made);
  await insertCollections(tx, context, made, photoId);
  await photographMachines(tx, context, made, photoId);
  await acceptFindings(tx, context, made);
  await insertFittings(tx, context, made, photoId);
  await insertInvitations(tx, context, made);
  await insertRegistrations(tx, context, made, villages);
  await insertTargets(tx, context, made);
  await insertImports(tx, context, made);
}
