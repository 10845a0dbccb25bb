/** The doors of the web app (docs/architecture.md): who may import whom. Type imports count. */
const FEATURES = [
  'regions', // accounts name a region
  'identity',
  'rules',
  'registry',
  'sites',
  'contracts',
  'certificates',
  'registrations',
  'imports',
  'permits',
  'permit-views',
  'jobs',
  'fitting',
  'wire',
  'help',
  'supervision',
  'outages',
  'self-checks',
  'inspections',
  'tips',
  'dashboard',
  'ledger',
];

/** A page that shows a part of a later feature, on purpose. */
const SHOWN_BY = {
  // a welder's page lists the certificates; the page of fixed places begins with what waits to be confirmed
  registry: [
    'fitting/desk/chip-life.vue',
    'wire/desk/chip-wire.vue',
    'certificates/desk/certificate-panel.vue',
    'sites/desk/workshop-requests.vue',
  ],
};

const room = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Nearly the server's order: a feature imports only features listed before it. */
const featureOrder = FEATURES.slice(0, -1).map((feature, i) =>
  room(
    `feature-order-${feature}`,
    `${feature} may not import a feature listed after it`,
    { path: `^src/features/${feature}/` },
    {
      path: `^src/features/(${FEATURES.slice(i + 1).join('|')})/`,
      pathNot: (SHOWN_BY[feature] ?? []).map((part) => `^src/features/${part.replace('.', '[.]')}$`),
    },
  ),
);

/** Of another feature's desk a page may use only these. */
const OPEN_DESKS = [
  '^src/features/regions/desk/',
  ...Object.values(SHOWN_BY)
    .flat()
    .map((part) => `/${part}$`),
];

module.exports = {
  forbidden: [
    room('no-cycles', 'nothing imports itself by a detour', {}, { circular: true }),
    room(
      'phone-is-light',
      'a phone never loads the desk, nor its components',
      { path: '/phone/' },
      { path: '/desk/|(^|node_modules/)(element-plus|echarts|vant|naive-ui|primevue|quasar)(/|$)' },
    ),
    room(
      'desk-knows-no-phone',
      'a desk never loads the phone, nor its components',
      { path: '/desk/' },
      { path: '/phone/' },
    ),
    room(
      'both-faces-are-neither',
      'what both faces use imports neither of them',
      { path: '^src/', pathNot: '/(desk|phone)/|^src/router/|/routes[.]ts$' },
      { path: '/(desk|phone)/|(^|node_modules/)(element-plus|echarts)(/|$)' },
    ),
    room(
      'desks-stand-apart',
      'a desk uses the desk of another feature only where it is listed',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/(?!$1/)[^/]+/desk/', pathNot: OPEN_DESKS },
    ),
    room(
      'shared-rooms-know-no-feature',
      'ui, api, device, i18n and outbox serve every feature',
      { path: '^src/(ui|api|device|i18n|outbox)/' },
      { path: '^src/(features|shell|router)/' },
    ),
    room(
      'layouts-are-around',
      'a feature never imports the layout around it',
      { path: '^src/features/' },
      { path: '^src/(shell/(desk|phone)|router)/' },
    ),
    room(
      'pure-rules-only',
      'of the platform the web app takes nothing but pure rules',
      { path: '^src/' },
      { path: '^[.][.]/(?!src/(domain|kernel)/|node_modules/|.*/node_modules/)' },
    ),
    ...featureOrder,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.vue', '.json'] },
  },
};
