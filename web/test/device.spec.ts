import { effectScope, nextTick } from 'vue';
import { describe, expect, it } from 'vitest';
import { currentPosition, isExact } from '@/device/position';
import { shrunk } from '@/device/shrink-photo';
import { dropDraft, putDraft, useDraft } from '@/device/use-draft';

describe('a photo', () => {
  it.each([
    [4000, 3000, 1600, 1200],
    [3000, 4000, 1200, 1600],
    [1600, 900, 1600, 900],
    [1601, 1601, 1600, 1600],
    [640, 480, 640, 480],
  ])('of %i × %i is sent as %i × %i', (width, height, w, h) =>
    expect(shrunk({ width, height })).toEqual({ width: w, height: h }),
  );
});

describe('a position', () => {
  const point = { lat: 34, lng: 113 };
  it.each([
    [100, true],
    [101, false],
  ])('exact to %i m says where somebody stands: %s', (accuracyM, exact) =>
    expect(isExact({ ...point, accuracyM })).toBe(exact),
  );

  const given = (getCurrentPosition: unknown): void =>
    void Object.assign(navigator, { geolocation: { getCurrentPosition } });

  it('is unknown without a device for it', async () => expect(await currentPosition()).toBeNull());

  it('is rounded to the worse side, and asked anew where it matters', async () => {
    const asked: number[] = [];
    given((told: PositionCallback, _failed: unknown, options: PositionOptions) => {
      asked.push(options.maximumAge ?? -1);
      told({ coords: { latitude: 34, longitude: 113, accuracy: 12.1 } } as GeolocationPosition);
    });
    expect(await currentPosition()).toEqual({ ...point, accuracyM: 13 });
    await currentPosition(true);
    expect(asked).toEqual([15_000, 0]);
  });

  it('is unknown without permission', async () => {
    given((_told: unknown, failed: () => void) => failed());
    expect(await currentPosition()).toBeNull();
  });
});

describe('a draft', () => {
  const draft = () => effectScope(true).run(() => useDraft('permit', () => ({ place: '', level: 1 })))!;

  it('is kept as it is typed and there again after a reload', async () => {
    draft().draft.value.place = '一号车间';
    await nextTick();
    expect(draft().draft.value).toEqual({ place: '一号车间', level: 1 });
  });

  it('takes a field that an older app did not know as empty', () => {
    putDraft('permit', { place: '旧' });
    expect(draft().draft.value).toEqual({ place: '旧', level: 1 });
  });

  it('begins anew where what was kept cannot be read', () => {
    localStorage.setItem('hanan.draft..permit', '{');
    expect(draft().draft.value).toEqual({ place: '', level: 1 });
  });

  it('is gone once it was sent', () => {
    putDraft('permit', { place: '旧' });
    dropDraft('permit');
    expect(draft().draft.value.place).toBe('');
    putDraft('permit', { place: '新' });
    const one = draft();
    one.clear();
    expect([one.draft.value.place, localStorage.length]).toEqual(['', 0]);
  });
});
