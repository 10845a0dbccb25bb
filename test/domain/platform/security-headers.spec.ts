import type { Config } from '../../../src/platform/config/config';
import { securityHeaders } from '../../../src/platform/http/security-headers';

const headersOf = (values: Partial<Config>): Record<string, string> =>
  securityHeaders({ tileUrl: null, publicUrl: 'https://weld.example.cn', ...values } as Config);

describe('every answer says to browsers', () => {
  it('that scripts, frames and data of other hosts are none of ours', () => {
    const { 'content-security-policy': policy = '', ...headers } = headersOf({});
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    for (const directive of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"])
      expect(policy).toContain(directive);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('over TLS: for a year by TLS alone, with subdomains; without TLS nothing of it', () => {
    expect(headersOf({})['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(headersOf({ publicUrl: 'http://localhost:3000' })['strict-transport-security']).toBeUndefined();
  });

  it('that the operator’s own map tiles are the one other host', () => {
    const policy = headersOf({ tileUrl: 'https://tiles.example.cn/{z}/{x}/{y}.png' })['content-security-policy'];
    expect(policy).toContain("img-src 'self' data: blob: https://tiles.example.cn;");
  });
});
