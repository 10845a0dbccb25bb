import { newUser, POINT, type Person } from '../../support/site';
import { County, type Answer, type Firm } from './county';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const FAR = { name: '五公里外', lat: POINT.lat + 0.05, lng: POINT.lng, radiusM: 100 };
const TWICE = 'permit.watcher-double-booked';
const codes = ({ body }: Answer): string[] => (body['findings'] as { code: string }[]).map(({ code }) => code);

describe('D30 the same welder or watcher in two permits at the same time', () => {
  let county: County;
  let firm: Firm;
  let second: Person;
  beforeAll(async () => {
    county = await County.open();
    firm = await county.firm('manufacturing');
    second = await county.colleague(firm, 'fire-watcher');
    const first = await county.ask(firm.asker, await county.draft(firm));
    expect([first.status, codes(first)]).toEqual([201, []]);
  });
  afterAll(() => county?.app.close());

  it('one welder at two places: whoever signs is told', async () => {
    const answer = await county.ask(firm.asker, await county.draft(firm, { place: FAR, fireWatchId: second.userId }));
    expect([answer.status, codes(answer)]).toEqual([201, ['permit.welder-elsewhere']]);
  });

  it('one watcher at two places: told as well', async () => {
    const other = await county.welder(firm, 9_301);
    const draft = await county.draft(firm, { place: FAR, welderIds: [other.id] });
    const answer = await county.ask(firm.asker, draft);
    expect([answer.status, codes(answer)]).toEqual([201, [TWICE]]);
  });

  it('where a county says so it is refused', async () => {
    const regulator = await newUser(county.app, firm.admin, ['regulator'], { regionCode: '411003' });
    const validFrom = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(county.now() + DAY);
    const rule = { key: 'permit.watcher-once', validFrom, value: true, source: '县应急管理局通知', certainty: 'A' };
    await regulator.post('/rules', rule).expect(201);
    await county.pass(2 * DAY);
    const first = await county.ask(firm.asker, await county.draft(firm));
    const again = await county.ask(firm.asker, await county.draft(firm, { place: FAR }));
    expect([first.status, again.status, again.body['code']]).toEqual([201, 409, TWICE]);
  });
});
