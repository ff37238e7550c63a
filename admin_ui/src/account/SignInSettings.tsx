import { Stack } from '@mantine/core'
import { ChangePassword } from './ChangePassword'
import type { OwnAccountQuery } from './gql/graphql'
import { SecondFactor } from './SecondFactor'

type Props = { viewer: OwnAccountQuery['viewer']; hasPassword: boolean; reload: () => void }

/** How one gets in. */
export function SignInSettings({ viewer, hasPassword, reload }: Props) {
  return (
    <Stack>
      <ChangePassword hasPassword={hasPassword} />
      <SecondFactor state={viewer.secondFactor} email={viewer.email} hasPassword={hasPassword} reload={reload} />
    </Stack>
  )
}
