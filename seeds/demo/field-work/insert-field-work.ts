import type { RuleBook } from '../../../src/domain/rules/rule-book';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { insertDrawing } from '../coming-in/demo-photo';
import type { DemoContext, DemoCounty } from '../demo-context';
import { insertEmployers } from './employers';
import { insertGrids } from './grids';
import { insertHandovers } from './handovers';
import { insertInspections } from './inspections';
import { insertOutages } from './outages';
import { insertStanding } from './standing';
import { insertTips } from './tips';

const SIGNATURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><rect width="640" height="480" fill="#fff"/>
  <path d="M120 280c60-140 90-120 70-10s40 60 80-40 60 10 40 50 90-10 130-80m-240 60c120-30 220-40 320-30" fill="none" stroke="#1d2733" stroke-width="9" stroke-linecap="round"/></svg>`;
/** A shop front with sparks at the door, as a child would draw it. */
const SHOP_FRONT = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><rect width="640" height="480" fill="#cfd8e3"/>
  <rect y="360" width="640" height="120" fill="#9aa5b1"/><rect x="120" y="120" width="400" height="240" fill="#b9674a"/><rect x="150" y="190" width="150" height="170" fill="#39424e"/>
  <rect x="340" y="190" width="150" height="110" fill="#e8edf3"/><path d="M300 340l30-30m-30 30l42-8m-42 8l36 18m-36-18l12-40" stroke="#f6b73c" stroke-width="8"/></svg>`;

interface World {
  readonly violationIds: readonly string[];
  readonly book: RuleBook;
}

/** What people of the county do beside permits and work: grids, machines that change hands, employers, tips, inspections, forms for outages. Answers the villages that have a grid. */
export async function insertFieldWork(tx: Tx, context: DemoContext, made: DemoCounty, world: World): Promise<string[]> {
  const villages = await insertGrids(tx, context, made);
  await insertHandovers(tx, context, made);
  await insertEmployers(tx, context, made);
  await insertStanding(tx, context, made);
  const ofTips = [await insertDrawing(tx, context, SHOP_FRONT, null), await insertDrawing(tx, context, SHOP_FRONT, null)];
  await insertTips(tx, context, made, { ...world, photoIds: ofTips });
  const signatureId = await insertDrawing(tx, context, SIGNATURE, made.userIds['inspector'] ?? null);
  await insertOutages(tx, context, made);
  await insertInspections(tx, context, made, { ...world, signatureId });
  return villages;
} // prettier-ignore
