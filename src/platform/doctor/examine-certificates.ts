import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DAY, isoTime, type Instant } from '../../kernel/time';
import type { Config } from '../config/config';
import { fault, fine, firstOf, type Finding, warning } from './finding';

/** A renewal that fails is noticed while there is time. The alert `HananCertificateEnds` says the same. */
const SOON = 14 * DAY;
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Every certificate of the files that chips meet: the server's, with what it hangs on, and the authorities of chips. */
export function examineCertificates({ tlsCert, mqttClientCa }: Pick<Config, 'tlsCert' | 'mqttClientCa'>, at: Instant): Finding[] {
  return [tlsCert, mqttClientCa].filter((file) => file !== null).map((file) => examineFile(file, at));
} // prettier-ignore

function examineFile(file: string, at: Instant): Finding {
  try {
    const ends = (readFileSync(file, 'utf8').match(PEM) ?? []).map((pem) => Date.parse(new X509Certificate(pem).validTo));
    return judgeCertificate(file, ends.length > 0 ? Math.min(...ends) : null, at);
  } catch {
    return judgeCertificate(file, null, at);
  }
} // prettier-ignore

/** `ends`: null where the file holds no certificate that can be read. */
export function judgeCertificate(file: string, ends: Instant | null, at: Instant): Finding {
  if (ends === null) return fault(`读不出证书 ${file}：请检查 TLS_CERT、MQTT_CLIENT_CA`, `No certificate can be read in ${file}: look at TLS_CERT and MQTT_CLIENT_CA`); // prettier-ignore
  const days = Math.floor((ends - at) / DAY);
  return firstOf(
    ends <= at && fault(`证书 ${file} 已于 ${isoTime(ends)} 到期，芯片无法用 TLS 连接：请更换后重启`, `The certificate ${file} ended at ${isoTime(ends)}, chips cannot connect by TLS: replace it and restart`),
    ends - at <= SOON && warning(`证书 ${file} 还有 ${days} 天到期：请续期后重启`, `The certificate ${file} ends in ${days} days: renew it and restart`),
    fine(`证书 ${file} 有效期至 ${isoTime(ends)}`, `The certificate ${file} holds until ${isoTime(ends)}`),
  ); // prettier-ignore
}
