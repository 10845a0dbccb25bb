import { wireWords } from '@domain/wire/words.en';

const texts = {
  wire: {
    ...wireWords,
    title: 'Keys and settings',
    keysTitle: 'Keys of the platform',
    secretTitle: 'Secret of the chip',
    secretNo: 'No. {n}',
    maker: 'No. 1 (the maker’s)',
    asked: 'asked for on {at}: {reason}',
    ended: 'over on {at}',
    error: 'Reason: {error}',
    rotate: 'Change the secret',
    rotateHow:
      'The chip takes a new secret when it is next online. Until then the old one holds, so the chip is never locked out. After that, offline codes that were given out and not typed are void.',
    settingsTitle: 'Reports and arcs',
    sampleMs: 'Report every … seconds with power',
    idleSampleMs: 'Report every … seconds without power (heartbeat)',
    arcFromA: 'An arc burns from … amperes on',
    arcPauseMs: 'A pause shorter than … ms does not end an arc',
    configure: 'Change the settings',
    range: '{from} to {to}',
  },
};

export default texts;
