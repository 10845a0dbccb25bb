import { Injectable } from '@nestjs/common';
import type { CertificateKind } from '../../../domain/certificates/certificate';
import { daysLeft } from '../../../domain/certificates/notice';
import { CERTIFICATE_WORDS } from '../../../domain/certificates/words';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { TextMessages } from '../../../platform/messaging/text-messages';
import { UserPhones } from '../../identity/user-phones';
import { OwnerPhonesReader } from '../../registry/owner-phones.reader';
import type { EndingCard } from './ending-cards.view';

interface Receivers {
  readonly own: string;
  /** Safety officers of the enterprise, but for the holder. */
  readonly firm: readonly string[];
}

/** That a certificate ends, by text message: holders and safety officers are reached without an account, too. */
@Injectable()
export class EndingTexts {
  constructor(
    private readonly owners: OwnerPhonesReader,
    private readonly phones: UserPhones,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
  ) {}

  async receiversOf(tx: Tx, { welderId, enterpriseId }: EndingCard): Promise<Receivers> {
    const own = await this.owners.of(tx, { welderId, enterpriseId: null });
    const firm = enterpriseId === null ? [] : await this.phones.ofEnterprise(tx, enterpriseId, 'safety-officer');
    return { own, firm: [...new Set(firm)].filter((phone) => phone !== own) };
  }

  async send(card: EndingCard, { own, firm }: Receivers, today: string): Promise<void> {
    await this.messages.send(own, this.textOf('certificate.text.ends-own', card, today));
    for (const phone of firm) await this.messages.send(phone, this.textOf('certificate.text.ends-firm', card, today));
  }

  private textOf(code: string, { name, kind, validTo }: EndingCard, today: string): string {
    const words = CERTIFICATE_WORDS['zh-CN'].kind[kind as CertificateKind];
    return this.catalogue.text(code, 'zh-CN', { name, kind: words, validTo, days: daysLeft(validTo, today) });
  }
}
