/** The doors of the house (docs/architecture.md): who may import whom. Type imports count. */
/** A feature imports, and reads tables of, only features listed before it. */
const FEATURES = require('./src/modules/order.json');

/** A feature imports only features listed before it. */
const featureOrder = FEATURES.slice(0, -1).map((feature, i) => ({
  name: `feature-order-${feature}`,
  comment: `${feature} may not import a feature listed after it`,
  severity: 'error',
  from: { path: `^src/modules/${feature}/` },
  to: { path: `^src/modules/(${FEATURES.slice(i + 1).join('|')})/` },
}));

const room = (name, from, notTo, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: notTo },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$|^src/main\\.ts$' }, to: {} },
    room(
      'kernel-is-pure',
      '^src/kernel/',
      '^(src/(?!kernel/)|node_modules|migrations|seeds)|^(fs|net|http|child_process|crypto)$',
      'kernel imports nothing',
    ),
    room(
      'domain-is-pure',
      '^src/domain/',
      '^src/(?!domain/|kernel/)|node_modules/(@nestjs|typeorm|pg|fastify|aedes)|^(fs|net|http|child_process)$',
      'domain imports only kernel',
    ),
    room(
      'rows-are-columns',
      '^src/schema/',
      '^(src/(?!schema/|kernel/)|node_modules/(?!typeorm))',
      'rows import kernel',
    ),
    room(
      'platform-knows-no-welding',
      '^src/platform/',
      '^src/(?!platform/|schema/|kernel/)',
      'platform imports schema and kernel',
    ),
    room(
      'modules-doors',
      '^src/modules/',
      '^src/(?!modules/|domain/|platform/|schema/|kernel/)',
      'modules import domain, platform, schema, kernel',
    ),
    room(
      'gateway-doors',
      '^src/gateway/',
      '^src/(commands|simulator|app\\.module|main)',
      'the gateway sits on the modules',
    ),
    room(
      'simulator-stands-apart',
      '^src/simulator/',
      '^src/(?!simulator/|kernel/)',
      'the simulator knows the protocol, nothing inside',
    ),
    room(
      'conformance-plays-the-platform',
      '^src/conformance/',
      '^src/(?!conformance/|gateway/schemas/|domain/|kernel/)',
      'the conformance run knows what is published of the protocol, nothing of the platform behind it',
    ),
    room('nobody-imports-boot', '^src/(?!main|commands)', '^src/(main|commands/)', 'boot is the top'),
    {
      name: 'only-the-row-owner-touches-its-store',
      comment: 'another feature asks the reader port, never the store or the row',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/(?!$1/)[^/]+/.*\\.(store|row)\\.ts$' },
    },
    ...featureOrder,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
