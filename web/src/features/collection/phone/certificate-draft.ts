import type { Operation } from '@domain/certificates/certificate';

/** A card as it is copied on the spot. */
export interface CardDraft {
  number: string;
  issuer: string;
  issuedOn: string;
  validFrom: string;
  validTo: string;
  operations: Operation[];
}

export const emptyCard = (): CardDraft => ({
  ...{ number: '', issuer: '', issuedOn: '', validFrom: '', validTo: '' },
  operations: ['fusion'],
});
