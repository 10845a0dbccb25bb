import { lookRefused, passesOn, type PhotoSeen } from '../../../src/domain/jobs/photo-look';

const photo: PhotoSeen = { takenBy: 'U1', welderId: 'W1', forGrid: false, passedOn: false };
const looker = (roles: string[], userId = 'U9', welderId: string | null = null) => ({ userId, welderId, roles });

describe('M20 who compares the photo of a welder with that of the certificate', () => {
  it.each([
    ['the safety officer', photo, looker(['safety-officer']), null],
    ['who took it', photo, looker(['safety-officer'], 'U1'), 'photo-check.own-photo'],
    ['the welder on it', photo, looker(['safety-officer'], 'U9', 'W1'), 'photo-check.own-photo'],
    ['an inspector', photo, looker(['inspector']), null],
    ['a grid worker, of an enterprise with a safety officer', photo, looker(['grid-worker']), 'photo-check.not-yours'],
    ['a grid worker, of a small job', { ...photo, forGrid: true }, looker(['grid-worker']), null],
    ['the safety officer, once it was passed on', { ...photo, passedOn: true }, looker(['safety-officer']), 'photo-check.not-yours'],
    ['an inspector, once it was passed on', { ...photo, passedOn: true }, looker(['inspector']), null],
    ['a grid worker, small and passed on', { ...photo, forGrid: true, passedOn: true }, looker(['grid-worker']), null],
  ] as const)('%s', (_, seen, by, refused) => {
    expect(lookRefused(seen, by, 'accepted')).toBe(refused);
  }); // prettier-ignore

  it.each([
    ['what a safety officer cannot tell', 'unclear', looker(['safety-officer']), true],
    ['what an inspector cannot tell', 'unclear', looker(['inspector']), false],
    ['what a grid worker cannot tell', 'unclear', looker(['grid-worker']), false],
    ['what is doubted', 'doubted', looker(['safety-officer']), false],
    ['what is accepted', 'accepted', looker(['safety-officer']), false],
  ] as const)('%s goes on to an official: %s', (_, verdict, by, goesOn) => {
    expect(passesOn(verdict, by)).toBe(goesOn);
  });
});
