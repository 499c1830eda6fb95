/** Which module of app/ may import which. The order is that of docs/decisions/004. */
const modules = {
  courses: [],
  quizzes: ['courses'],
  progress: ['courses', 'quizzes'],
  comments: ['courses', 'safety'],
  notes: ['courses'],
  circles: ['courses', 'quizzes', 'packages', 'progress', 'accounts', 'safety'],
  safety: [],
  accounts: ['safety'],
  // A chapter's page, for guests and learners; what a person has, in every module; the site as a whole.
  reading: ['courses', 'quizzes', 'progress', 'comments', 'notes', 'accounts'],
  'personal-data': ['accounts', 'circles', 'comments', 'progress', 'quizzes'],
  // What can be carried away of all that can be read.
  packages: ['courses', 'quizzes', 'safety'],
  server: [
    'accounts',
    'circles',
    'comments',
    'courses',
    'packages',
    'personal-data',
    'progress',
    'quizzes',
    'reading',
    'safety',
  ],
}
const everyone = ['ui', 'i18n', 'platform']

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(modules).map(([name, allowed]) => ({
      name: `${name}-imports`,
      severity: 'error',
      // A test may put modules together.
      from: { path: `^app/${name}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/', pathNot: `^app/(${[name, ...allowed, ...everyone].join('|')})/` },
    })),
    {
      name: 'ui-imports-no-module',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: '^app/', pathNot: '^app/(ui|i18n)/' },
    },
    {
      name: 'i18n-imports-platform-only',
      severity: 'error',
      from: { path: '^app/i18n/' },
      to: { path: '^app/', pathNot: '^app/(i18n|platform)/' },
    },
    {
      name: 'platform-imports-nothing',
      severity: 'error',
      from: { path: '^app/platform/' },
      to: { path: '^app/', pathNot: '^app/platform/' },
    },
    {
      name: 'nobody-imports-routes',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/routes/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^app/platform/(postgres/)?prisma/' },
      to: { circular: true },
    },
    {
      name: 'pure-files-import-no-server-file',
      severity: 'error',
      from: {
        path: '^app/(courses|quizzes|progress|comments|notes|circles|safety|accounts|reading|packages|personal-data|ui|i18n)/',
        pathNot: '(\\.server\\.tsx?|\\.test\\.tsx?)$',
      },
      to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-stores-touch-the-database',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot:
          '^app/(platform/|server/create-server\\.ts$)|-store\\.server\\.ts$|\\.test\\.tsx?$',
      },
      to: { path: '^app/platform/(database\\.server\\.ts|(postgres/)?prisma/)' },
    },
    {
      name: 'only-one-file-imports-lucia',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/accounts/sessions/session(s|-adapter)\\.server\\.ts$' },
      to: { path: 'node_modules/lucia' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules|app/platform/(postgres/)?prisma/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
