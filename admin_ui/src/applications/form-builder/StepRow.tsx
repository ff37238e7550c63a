import { Menu, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FieldView } from '../../form/FieldView'
import { partFields, useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import { useUndoable } from '../../form/useUndoable'
import { confirm } from '../../ui/confirm'
import { OutlineHandle, OutlineRow } from '../../ui/outline/OutlineRow'
import type { Way } from '../../ui/outline/wayOf'
import classes from './FormBuilder.module.css'
import { type Step, textIn } from './form'
import { duplicatedStep, without } from './moving'
import { RowProblems } from './RowProblems'

export type Change = (make: (steps: Step[]) => Step[], told?: string) => void

type Props = {
  step: Step
  place: number
  count: number
  isOpen: boolean
  toggle: (id: string) => void
  onStep: (id: string, way: Way) => void
  change: Change
}

/** The head of a step; its questions follow as rows of their own. */
export function StepRow({ step, place, count, isOpen, toggle, onStep, change }: Props) {
  const { t } = useTranslation(['form-builder', 'ui'])
  const { form, locale, isReadOnly } = useForm()
  const title = textIn(step.title, locale) || t('untitledStep')
  const path = ['steps', step.id]
  const fields = partFields(form, 'Step').filter(({ name }) => name !== 'questions')
  const undoable = useUndoable()
  const told = t('removed', { title })
  const remove = () => undoable(told, () => change((steps) => without(steps, step.id), told))
  const questions = step.questions?.length ?? 0

  const menu = (
    <>
      <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={place === 0} onClick={() => onStep(step.id, 'up')}>
        {t('up')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowDown size={16} />}
        disabled={place === count - 1}
        onClick={() => onStep(step.id, 'down')}
      >
        {t('down')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy size={16} />}
        onClick={() => change((steps) => duplicatedStep(steps, step.id).steps, t('duplicated', { title }))}
      >
        {t('duplicate')}
      </Menu.Item>
      <Menu.Item
        c="red"
        leftSection={<IconTrash size={16} />}
        onClick={() => (questions ? confirm(t, 'removeStep', remove, { title, count: questions }) : remove())}
      >
        {t('remove')}
      </Menu.Item>
    </>
  )

  return (
    <OutlineRow
      id={step.id}
      elementId={fieldId(path)}
      label={t('stepNumber', { number: place + 1, title })}
      isFixed={isReadOnly}
      onStep={(way) => onStep(step.id, way)}
      className={classes.step}
    >
      <div className={classes.line} data-row={step.id}>
        {!isReadOnly && <OutlineHandle id={step.id} title={title} label={t('actionsOf', { title })} menu={menu} />}
        <button type="button" className={classes.name} aria-expanded={isOpen} onClick={() => toggle(step.id)}>
          <Text span fw={650}>
            {t('stepNumber', { number: place + 1, title })}
          </Text>
        </button>
        <Text size="sm" c="dimmed">
          {t('questionCount', { count: questions })}
        </Text>
      </div>
      <RowProblems path={path} isStep />
      {isOpen && (
        <Stack gap="sm" className={classes.opened}>
          {fields.map((one) => (
            <FieldView key={one.name} field={one} path={[...path, one.name]} />
          ))}
        </Stack>
      )}
    </OutlineRow>
  )
}
