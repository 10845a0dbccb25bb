import type { Shape } from '../shape';
import type zh from '../zh/upkeep';

const upkeep: Shape<typeof zh> = {
  areas: {
    intro:
      'An official approves a fixed place of work; no permit is needed there. Its signboard proves the place once a safety officer or an official has vouched for it on the spot.',
    add: 'Approve a fixed place',
    approve: 'Approve',
    none: 'There is no fixed place of work yet',
    name: 'Name',
    enterprise: 'Enterprise',
    position: 'Position (pick it on the map)',
    radius: 'Extent',
    metres: 'Radius {n} m',
    validTo: 'Valid until',
    validToHint: 'Leave empty for no end.',
    openEnd: 'No end',
    over: 'Ended',
    board: 'Signboard',
    bound: 'Vouched for on site, {time}',
    unbound: 'Not vouched for yet',
    bindOnSite: 'Vouch on site',
  },
  watchers: {
    intro:
      'Fire watchers are trained and pass a test. In the chemical trade nobody goes on watch without a valid training certificate.',
    none: 'There is no fire watcher yet',
    name: 'Name',
    enterprise: 'Enterprise',
    number: 'Certificate number',
    validTo: 'Valid until',
    until: 'Valid until {date}',
    training: { valid: 'Valid', expired: 'Expired', missing: 'None recorded' },
    state: { valid: 'Valid', expired: 'Expired', revoked: 'Revoked' },
    certificates: 'Certificates',
    noCertificate: 'No training certificate is recorded yet',
    add: 'Record a certificate',
    record: 'Record',
    photo: 'Photo of the certificate',
    takePhoto: 'Take or choose a photo of the certificate',
    revoke: 'Revoke the certificate',
    revokeHow: 'The watcher can no longer go on watch by it.',
  },
};

export default upkeep;
