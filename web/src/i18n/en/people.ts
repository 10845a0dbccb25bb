/** Words of welders and their certificates on the console. */
const people = {
  welders: {
    add: 'Register welder',
    find: 'Name',
    none: 'No welders yet',
    name: 'Name',
    idNumber: 'Identity number',
    document: 'Document',
    documentNumber: 'Number of the document',
    documents: {
      resident: 'Identity card, or residence permit of Hong Kong, Macau and Taiwan residents',
      'home-return': 'Mainland travel permit for Hong Kong and Macau residents',
      taiwan: 'Mainland travel permit for Taiwan residents',
      'permanent-residence': 'Permanent residence card of the old kind (15 signs)',
      passport: 'Passport',
    },
  },
  certificates: {
    title: 'Certificates',
    none: 'None on record',
    add: 'Add certificate',
    number: 'Number',
    photo: 'Photo of the holder',
    takePhoto: 'Take or choose the photo on the card',
    photoHint: 'Only the portrait, without the number. Photos taken at the start of work are compared with it.',
    numberHint: 'A special-operation certificate is T plus the holder’s identity number',
    kind: 'Kind',
    operations: 'Operations',
    issuer: 'Issuer',
    issuedOn: 'Issued on',
    validFrom: 'Valid from',
    validTo: 'Valid to',
    verify: 'Verify',
    revoke: 'Revoke',
    method: 'Method',
    note: 'Note',
    by: { lookup: 'Looked up at the authority', evidence: 'Original seen', import: 'Compared with a list' },
  },
};

export default people;
