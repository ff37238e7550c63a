import { SimpleGrid, Stack } from '@mantine/core'
import { FieldView } from '../form/FieldView'
import type { Path } from '../form/store/paths'
import { useProgramme } from './ProgrammeContext'
import { SpeakerList } from './people/SpeakerList'
import { Typing } from './Typing'

const FACTS = ['type', 'start_time', 'end_time']
const ELSEWHERE = ['title', 'group_title', 'moderators', 'talks', 'children', ...FACTS]

/** All that is known of a session but for what lies in it. */
export function SessionFields({ path }: { path: Path }) {
  const { fields } = useProgramme()
  const field = (name: string) => fields.session.find((one) => one.name === name)
  const view = (name: string) => {
    const found = field(name)
    return found && <FieldView key={name} field={found} path={[...path, name]} />
  }
  const moderators = field('moderators')
  return (
    <Typing path={path} kind="session">
      <Stack gap="sm" my="xs">
        {view('title')}
        <SimpleGrid cols={{ base: 1, sm: 3 }}>{FACTS.map(view)}</SimpleGrid>
        {view('group_title')}
        {fields.session.filter((one) => !ELSEWHERE.includes(one.name)).map((one) => view(one.name))}
        {moderators && <SpeakerList field={moderators} path={[...path, 'moderators']} capacity="moderator" />}
      </Stack>
    </Typing>
  )
}
