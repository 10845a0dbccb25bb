import { authorize } from '../../../src/domain/authorization/authorize';
import { explainFinding } from '../../../src/domain/authorization/explain-finding';
import { LANGUAGES } from '../../../src/kernel/language';
import type { Facts } from '../../../src/domain/authorization/facts';
import { mayStart, standsIn } from '../../../src/domain/authorization/starter';
import type { PinAnswer } from '../../../src/domain/registry/welder-pin';
import { MINUTE } from '../../../src/kernel/time';
import { perfect, T0 } from './perfect-facts';

type Mode = 'observe' | 'warn' | 'enforce';
const WATCHER: Facts['caller'] = { userId: 'U9', welderId: null, enterpriseId: 'E1', roles: ['fire-watcher'] };

interface Start {
  readonly pin?: PinAnswer;
  readonly photo?: boolean;
  readonly mode?: Mode;
  readonly by?: Facts['caller'];
  readonly purpose?: Facts['asked']['purpose'];
}
const facts = ({ pin, photo = false, mode = 'enforce', by = perfect.caller, purpose = 'start' }: Start): Facts => {
  const modes = { ...perfect.modes, identity: mode };
  return {
    ...perfect,
    caller: by,
    asked: { ...perfect.asked, purpose, photoTakenAt: photo ? T0 - MINUTE : null, ...(pin && { pin }) },
    modes,
    permits: perfect.permits.map((permit) => ({ ...permit, modes })),
  };
};
const found = (start: Start): string[] =>
  authorize(facts(start), T0).findings.map(({ code, variant, severity }) => `${code}${variant ? `:${variant}` : ''} ${severity}`); // prettier-ignore

const UNSHOWN = 'welder.identity-unconfirmed';
const MISSING = 'welder.photo-missing block';

describe('the welder themself', () => {
  it.each<[string, Start, string[]]>([
    ['nothing', {}, [`${UNSHOWN} block`]],
    ['the right PIN', { pin: 'right' }, []],
    ['a photo', { photo: true }, []],
    ['both', { pin: 'right', photo: true }, []],
    ['a wrong PIN', { pin: 'wrong' }, [`${UNSHOWN}:pin-wrong block`]],
    ['a wrong PIN, and a photo', { pin: 'wrong', photo: true }, [`${UNSHOWN}:pin-wrong block`]],
    ['a PIN that rests, and a photo', { pin: 'resting', photo: true }, [`${UNSHOWN}:pin-resting block`]],
    ['a PIN where none is set, and a photo', { pin: 'unset', photo: true }, [`${UNSHOWN}:pin-unset block`]],
    ['a wrong PIN under warn', { pin: 'wrong', photo: true, mode: 'warn' }, [`${UNSHOWN}:pin-wrong warn`]],
    ['a wrong PIN under observe', { pin: 'wrong', mode: 'observe' }, [`${UNSHOWN}:pin-wrong observe`]],
    ['the right PIN for a one-time code', { pin: 'right', purpose: 'offline-code' }, []],
  ])('%s', (_, start, expected) => expect(found(start)).toEqual(expected));
});

describe('on the phone of somebody who starts for the welder', () => {
  it.each<[string, Start, string[]]>([
    ['the PIN alone', { pin: 'right' }, [`${UNSHOWN} block`, MISSING]],
    [
      'the PIN alone, where identity is only observed',
      { pin: 'right', mode: 'observe' },
      [`${UNSHOWN} observe`, MISSING],
    ],
    ['the PIN with the live photo', { pin: 'right', photo: true }, []],
    ['a wrong PIN with the live photo', { pin: 'wrong', photo: true }, [`${UNSHOWN}:pin-wrong block`]],
    ['the PIN alone at a handover', { pin: 'right', purpose: 'handover' }, [`${UNSHOWN} block`]],
    ['the PIN with the live photo at a handover', { pin: 'right', photo: true, purpose: 'handover' }, []],
  ])('%s', (_, start, expected) => {
    // prettier-ignore
    const asked = facts({ ...start, by: WATCHER });
    expect(found({ ...start, by: WATCHER })).toEqual(expected);
    expect(mayStart(asked, authorize(asked, T0))).toBe(true);
  });
});

it.each(['pin-wrong', 'pin-resting', 'pin-unset'])('%s says what to do, in both languages', (variant) => {
  const finding = { code: UNSHOWN, severity: 'block', variant, params: { minutes: 15 } } as const;
  for (const language of LANGUAGES) {
    const { message, remedy } = explainFinding(finding, language);
    expect(remedy.length).toBeGreaterThan(15);
    expect(message + remedy).not.toMatch(/\{/);
  }
});

describe('work that goes on under an extension', () => {
  it('asks nobody once more who they are: nobody is asked for a photo then', () => {
    const running = facts({ purpose: 'handover' });
    const goesOn = { ...running, asked: { ...running.asked, goesOn: true } };
    expect(authorize(goesOn, T0).findings).toEqual([]);
    expect(authorize(running, T0).allowed).toBe(false);
  });
});

describe('who stands in for a welder', () => {
  it.each([
    [['fire-watcher'], true, true],
    [['safety-officer'], false, true],
    [['safety-officer'], true, false],
    [['safety-officer', 'fire-watcher'], true, true],
    [['enterprise-head'], false, false],
  ])('%j, seat waiting %s: %s', (roles, seatWaiting, expected) =>
    expect(standsIn({ roles, seatWaiting })).toBe(expected),
  );
});
