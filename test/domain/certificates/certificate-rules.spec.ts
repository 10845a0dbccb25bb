import fc from 'fast-check';
import { LONGEST_YEARS, readCertificateNumber, readValidity } from '../../../src/domain/certificates/certificate-rules';

const HOLDER = '11010519491231002X';

describe('the number of a certificate', () => {
  it.each([
    ['special-operation', `T${HOLDER}`, `T${HOLDER}`],
    ['special-operation', 't 110105 19491231 002x', `T${HOLDER}`],
    ['special-operation', 'Ｔ11010519491231002Ｘ', `T${HOLDER}`],
    ['special-operation', HOLDER, 'certificate.number-malformed'],
    ['special-operation', `T${HOLDER}1`, 'certificate.number-malformed'],
    ['special-operation', 'T110105491231002', 'certificate.number-malformed'],
    ['special-operation', `TT${HOLDER}`, 'certificate.number-malformed'],
    ['special-operation', '', 'certificate.number-malformed'],
    ['special-operation', 'T110105194912310021', 'certificate.number-mismatch'],
    ['special-operation', 'T410003199001011236', 'certificate.number-mismatch'],
    ['construction', '豫A042020000001', '豫A042020000001'],
    ['construction', ' 豫a 0420-20000001', '豫A0420-20000001'],
    ['construction', '（2020）0001', '(2020)0001'],
    ['construction', '1234', 'certificate.number-malformed'],
    ['construction', '12345', '12345'],
    ['construction', '1'.repeat(40), '1'.repeat(40)],
    ['construction', '1'.repeat(41), 'certificate.number-malformed'],
    ['special-equipment', '4110031990;drop', 'certificate.number-malformed'],
    ['special-equipment', '410003199001011236', '410003199001011236'],
  ] as const)('%s %s', (kind, typed, expected) => {
    const result = readCertificateNumber(kind, typed, HOLDER);
    expect(result.ok ? result.value : result.refusal).toBe(expected);
  });

  it('of a special operation is nobody else’s', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}[\dX]$/), (other) => {
        fc.pre(other !== HOLDER);
        expect(readCertificateNumber('special-operation', `T${other}`, HOLDER)).toEqual({
          ok: false,
          refusal: 'certificate.number-mismatch',
        });
      }),
    );
  });
});

describe('the dates of a certificate', () => {
  const read = (issuedOn: string, validFrom: string, validTo: string, years = 6) => {
    const result = readValidity({ issuedOn, validFrom, validTo }, years);
    return result.ok ? [result.value.from, result.value.to].map((at) => new Date(at).toISOString()) : result.refusal;
  };

  it('hold from midnight in China to the midnight after the last day', () => {
    expect(read('2024-01-10', '2024-01-10', '2030-01-09')).toEqual([
      '2024-01-09T16:00:00.000Z',
      '2030-01-09T16:00:00.000Z',
    ]);
  });

  it.each([
    ['one day', '2024-01-10', '2024-01-10', '2024-01-11', 6, 'ok'],
    ['the same day twice', '2024-01-10', '2024-01-10', '2024-01-10', 6, 'certificate.dates-reversed'],
    ['reversed', '2024-01-10', '2030-01-09', '2024-01-10', 6, 'certificate.dates-reversed'],
    ['issued after its end', '2030-01-10', '2024-01-10', '2030-01-09', 6, 'certificate.dates-reversed'],
    ['issued on its last day', '2030-01-09', '2024-01-10', '2030-01-09', 6, 'ok'],
    ['six years to the same day', '2024-01-10', '2024-01-10', '2030-01-10', 6, 'ok'],
    ['six years and a day', '2024-01-10', '2024-01-10', '2030-01-11', 6, 'certificate.validity-too-long'],
    ['two years, construction', '2024-01-10', '2024-01-10', '2026-01-10', 2, 'ok'],
    ['two years and a day', '2024-01-10', '2024-01-10', '2026-01-11', 2, 'certificate.validity-too-long'],
    ['from a 29 February', '2024-02-29', '2024-02-29', '2030-03-01', 6, 'ok'],
    ['a day more', '2024-02-29', '2024-02-29', '2030-03-02', 6, 'certificate.validity-too-long'],
  ])('%s', (_, issuedOn, from, to, years, expected) => {
    const got = read(issuedOn, from, to, years);
    expect(typeof got === 'string' ? got : 'ok').toBe(expected);
  });

  it('each kind holds as long as its rule says', () => {
    expect(LONGEST_YEARS).toEqual({ 'special-operation': 6, construction: 2, 'special-equipment': 4 });
  });
});
