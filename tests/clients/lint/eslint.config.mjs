// What graphql-eslint says of our schemas, of the contract and of the documented query: its recommended rules, and
// Relay's for the schema that sites read. Each exception stands here with its reason.
import graphql from '@graphql-eslint/eslint-plugin'
import { projects } from './projects.mjs'

const {
  'flat/schema-recommended': { rules: recommended },
  'flat/schema-relay': { rules: relay },
  'flat/operations-recommended': { rules: operations },
} = graphql.configs

// Parts of an item that have no identity: they come and go with it, and two may be alike. Caches keep them within it.
const values = [
  ...['Action', 'Alternate', 'Appearance', 'Attendance', 'Contributor', 'Country', 'Criterion', 'Cycle', 'Discover'],
  ...['EditionDocument', 'EventFacts', 'Extension', 'File', 'GalleryImage', 'Image', 'LabelledDocument', 'Link'],
  ...['LinkedProject', 'Matchmaking', 'MenuLink', 'Participation', 'Partner', 'Partnership', 'Recording'],
  ...['Registration', 'RichText', 'Seo', 'SocialLink', 'Speaker', 'Stat', 'Term', 'Venue'],
]
// Said about one application or one request, and found through it alone: by the applicant's bearer token.
const ofApplicants = [
  ...['AnswerClash', 'ApplicantSession', 'ApplicationForm', 'ApplicationProblem', 'ApplicationRefusal', 'ChosenCutoff'],
  ...['HostedEdition', 'StatusStep', 'UploadHeader', 'Viewer'],
]
// What a site has by its `key`, and where something is.
const ofSites = ['MemberList', 'PageInfo', 'Redirect', 'Vocabulary']
// Pages of lists, and answers to mutations.
const suffixes = ['Connection', 'Edge', 'Result']

/** Leaves out what a rule without options finds at these names; one at which it finds nothing any more is a problem. */
function except(exceptions) {
  let lines = []
  const nameAt = ({ line, column, endColumn }) => lines[line - 1].slice(column - 1, endColumn - 1)
  const stale = ([rule, name]) => ({ ruleId: rule, severity: 2, line: 1, column: 1, message: `Nothing at ${name}.` })
  return {
    preprocess: (text) => {
      lines = text.split('\n')
      return [text]
    },
    postprocess: ([messages]) => {
      const isExcepted = ([rule, name], found) => found.ruleId === rule && nameAt(found) === name
      const unused = exceptions.filter((each) => !messages.some((found) => isExcepted(each, found)))
      return [...messages.filter((found) => !exceptions.some((each) => isExcepted(each, found))), ...unused.map(stale)]
    },
  }
}

const linted = (file, rules, exceptions = []) => ({
  files: [file],
  plugins: { '@graphql-eslint': graphql },
  languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { projects } } },
  processor: except(exceptions.map(([rule, name]) => [`@graphql-eslint/${rule}`, name])),
  rules,
})

export default [
  linted(
    'delivery.graphql',
    {
      ...recommended,
      ...relay,
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { types: [...values, ...ofApplicants, ...ofSites], suffixes } },
      ],
      // Connections have `nodes` beside `edges`, and what an item has few of is a plain list.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
    },
    [
      ['relay-edge-types', 'ApplicationEdge'], // no `id` gives a right to an application: `viewer` finds one's own
      ['relay-edge-types', 'ParticipationEdge'], // what somebody does in an edition, which is the Node in it
      ['relay-edge-types', 'PartnershipEdge'], // what it does for an edition, which is the Node in it
      ['no-typename-prefix', 'filename'], // as files and HTTP call it; `name` is what an organisation has
      ['no-typename-prefix', 'itemId'], // `id` is what caches need
      ['no-typename-prefix', 'site'], // every item says which site it is read on, a site too
    ],
  ),
  linted('contract.graphql', {
    ...operations,
    // The contract is what sites send: they need not keep answers in a cache, and asked for few ids.
    '@graphql-eslint/require-selections': 'off',
    '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 15 }], // as CMS_QUERY_MAX_DEPTH
  }),
  linted('queries.graphql', operations),
  linted(
    'management.graphql',
    {
      ...recommended,
      // Our own interface reads it, and keeps whole answers, not items by their ids.
      '@graphql-eslint/strict-id-in-types': 'off',
    },
    [
      // The field's own words, which documents of the interface and of scripts have long asked for.
      ['no-typename-prefix', 'reviewer'],
      ['no-typename-prefix', 'slug'],
      ['no-typename-prefix', 'version'],
    ],
  ),
]
