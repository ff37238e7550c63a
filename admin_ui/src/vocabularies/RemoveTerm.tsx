import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { TermUses, useTermUses } from './TermUses'
import { type Term, termName } from './terms'

type Props = { vocabulary: string; term: Term; onRemove: () => void; onMerge?: () => void; onClose: () => void }

/** Takes out a term that nothing uses; one that is used can only be merged, and this says where it is. */
export function RemoveTerm({ vocabulary, term, onRemove, onMerge, onClose }: Props) {
  const { t } = useTranslation(['vocabularies', 'ui'])
  const { locale } = useEdited()
  const slug = String(term.slug ?? '')
  const { uses, isLoading } = useTermUses(vocabulary, slug)
  const name = termName(term, locale)
  const isUsed = (uses?.draft.totalCount ?? 0) + (uses?.live.totalCount ?? 0) > 0
  const title = t('remove.title', { name })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        {isLoading ? <Skeleton height={22} /> : <Text size="sm">{t(isUsed ? 'remove.used' : 'remove.free')}</Text>}
        {slug && <TermUses vocabulary={vocabulary} slug={slug} name={name} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('ui:cancel')}
          </Button>
          {isUsed && onMerge && <Button onClick={onMerge}>{t('merge.open')}</Button>}
          {!isUsed && (
            <Button color="red" onClick={onRemove} disabled={isLoading}>
              {t('remove.do')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
