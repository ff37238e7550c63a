import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { useSession } from '../session/SessionProvider'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { SkeletonRows } from '../ui/SkeletonRows'
import { OwnAccountDocument, type OwnAccountQuery } from './gql/graphql'
import { Profile } from './Profile'
import { Sessions } from './Sessions'
import { SignInSettings } from './SignInSettings'
import { Tokens } from './Tokens'

const PARTS = ['profile', 'sign-in', 'sessions', 'tokens'] as const
type Part = (typeof PARTS)[number]

/** One's own account: who one is, how one gets in, where one is in, and what one's programs may do. */
export function Account() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const { part = 'profile' } = useParams()
  const { person } = useSession()
  const [{ data, error }, again] = useQuery({ query: OwnAccountDocument, variables: { me: person.id } })
  const reload = () => again({ requestPolicy: 'network-only' })
  return (
    <Page title={t('title')}>
      <Tabs value={part} onChange={(value) => navigate(`/account/${value}`)} keepMounted={false}>
        <Tabs.List mb="lg">
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`parts.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {PARTS.map((one) => (
          <Tabs.Panel key={one} value={one} maw={760}>
            {error && <Failure error={error} retry={reload} />}
            {!data && !error && <SkeletonRows rows={3} height={56} />}
            {data && <PartOf part={one} data={data} reload={reload} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}

function PartOf({ part, data, reload }: { part: Part; data: OwnAccountQuery; reload: () => void }) {
  if (part === 'profile') return <Profile viewer={data.viewer} />
  if (part === 'sessions') return <Sessions />
  if (part === 'tokens') return <Tokens />
  return <SignInSettings viewer={data.viewer} hasPassword={data.person?.hasPassword ?? true} reload={reload} />
}
