import { Injectable } from '@nestjs/common';
import type { PermitState } from '../../../domain/permits/permit';
import { levelName, PERMIT_WORDS } from '../../../domain/permits/words';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Language } from '../../../kernel/language';
import type { PermitView } from '../../permits/page/permit-detail.dto';
import { familyNameOnly } from '../../../domain/registry/family-name';
import { dueOf } from '../lists/permit-due';
import { PermitViewing, type ViewedPermit } from '../permit-viewing';
import type { SignboardColour, SignboardGas, SignboardView } from './signboard.dto';

/** What hangs at the place of work, and what its code shows to anyone. Needs a transaction under the system's scope. */
@Injectable()
export class Signboard {
  constructor(private readonly viewing: PermitViewing) {}

  async of(tx: Tx, permitId: string, language: Language, at: Instant): Promise<SignboardView | null> {
    const viewed = await this.viewing.of(tx, permitId, language, at, { kind: 'platform' });
    return viewed && toSignboard(viewed, language, at);
  }
}

function toSignboard({ permit, view }: ViewedPermit, language: Language, at: Instant): SignboardView {
  const due = dueOf({ ...permit, state: view.state }, at);
  const colour = colourOf(view, at);
  return {
    number: view.number,
    regime: view.regime,
    regimeName: PERMIT_WORDS[language].regime[view.regime],
    level: view.level,
    levelName: levelName(view.regime, view.level, language),
    state: view.state,
    stateName: PERMIT_WORDS[language].state[view.state],
    colour,
    mayWork: colour === 'green',
    unit: view.enterpriseName,
    contractor: view.contractorName,
    placeName: view.place.name,
    content: view.content,
    method: view.method,
    machines: view.machines.length === 0 ? null : view.machines.length,
    welders: view.welders.length,
    plannedStart: view.plannedStart,
    plannedEnd: view.plannedEnd,
    countdownTo: due === null ? null : new Date(due.at).toISOString(),
    signatures: view.signatures.map(({ title, name, signedAt }) => ({ title, name: familyNameOnly(name), signedAt })),
    watcher: view.fireWatch && { name: familyNameOnly(view.fireWatch.name), presentSince: view.watchOnAt },
    measures: { confirmed: view.measures.filter(({ confirmed }) => confirmed).length, total: view.measures.length },
    gas: gasOf(view),
  };
}

function gasOf({ gasTest, gasTests: [last] }: PermitView): SignboardGas | null {
  if (gasTest === 'none' && !last) return null;
  return {
    required: gasTest === 'required',
    passed: last?.passed ?? null,
    explosionOnly: last?.readings.some(({ explosionOnly }) => explosionOnly) === true,
    sampledAt: last?.sampledAt ?? null,
  };
}

/** Where no work has begun, or none may go on. */
const COLOURS: Readonly<Record<PermitState, SignboardColour>> = {
  draft: 'grey',
  returned: 'grey',
  submitted: 'grey',
  approved: 'amber',
  issued: 'amber',
  active: 'green',
  suspended: 'red',
  fire_watch: 'amber',
  closed: 'grey',
  rejected: 'red',
  cancelled: 'red',
  expired: 'red',
};

/** A small job needs no starting signature: issued and in time, it may begin. */
function colourOf({ state, regime, plannedStart }: PermitView, at: Instant): SignboardColour {
  const begun = state === 'active' || (state === 'issued' && regime === 'small');
  if (begun) return at >= Date.parse(plannedStart) ? 'green' : 'amber';
  return COLOURS[state];
}
