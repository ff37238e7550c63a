import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../form/FormContext'
import { EmptyState } from '../ui/EmptyState'
import { useProgramme } from './ProgrammeContext'

export function EmptyProgramme() {
  const { t } = useTranslation('programme')
  const { isReadOnly } = useForm()
  const { add } = useProgramme()
  if (isReadOnly) return <EmptyState title={t('empty')} />
  return (
    <EmptyState
      title={t('empty')}
      action={
        <Button id="programme-add-day" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => add(['days'])}>
          {t('add.firstDay')}
        </Button>
      }
    >
      {t('emptyHint')}
    </EmptyState>
  )
}
