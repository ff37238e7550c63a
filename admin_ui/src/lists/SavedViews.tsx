import { Button, CloseButton, Group, TextInput } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { forgetView, type SavedView, savedViews, saveView } from './savedViews'

type Props = { person: string; type: string; address: string }

/** One's own views of a list, and a place for another where the list is narrowed or sorted. */
export const SavedViews = memo(function SavedViews({ person, type, address }: Props) {
  const { t } = useTranslation('lists')
  const [views, setViews] = useState(() => savedViews(person, type))
  const isSaved = !address || views.some(({ query }) => query === address)
  if (!views.length && isSaved) return null
  return (
    <Group gap="xs" mb="sm" component="nav" aria-label={t('views')}>
      {views.map((view) => (
        <View
          key={view.name}
          view={view}
          isShown={view.query === address}
          forget={() => setViews(forgetView(person, type, view.name))}
        />
      ))}
      {!isSaved && <SaveAs save={(name) => setViews(saveView(person, type, { name, query: address }))} />}
    </Group>
  )
})

function View({ view, isShown, forget }: { view: SavedView; isShown: boolean; forget: () => void }) {
  const { t } = useTranslation('lists')
  return (
    <Group gap={0} wrap="nowrap">
      <Button
        component={Link}
        to={`?${view.query}`}
        size="compact-sm"
        variant={isShown ? 'light' : 'default'}
        aria-current={isShown || undefined}
      >
        {view.name}
      </Button>
      <CloseButton size="sm" aria-label={t('forgetView', view)} onClick={forget} />
    </Group>
  )
}

function SaveAs({ save }: { save: (name: string) => void }) {
  const { t } = useTranslation(['lists', 'ui'])
  const [name, setName] = useState<string>()
  if (name === undefined) {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconBookmark size={14} aria-hidden />}
        onClick={() => setName('')}
      >
        {t('saveView')}
      </Button>
    )
  }
  return (
    <Group
      component="form"
      gap="xs"
      wrap="nowrap"
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        if (!name.trim()) return
        save(name.trim())
        setName(undefined)
      }}
      onKeyDown={(event: React.KeyboardEvent) => event.key === 'Escape' && setName(undefined)}
    >
      <TextInput
        size="xs"
        data-autofocus
        autoFocus
        maxLength={60}
        aria-label={t('viewName')}
        placeholder={t('viewName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" disabled={!name.trim()}>
        {t('ui:save')}
      </Button>
    </Group>
  )
}
