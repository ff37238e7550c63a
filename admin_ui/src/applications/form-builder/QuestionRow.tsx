import { Badge, Menu, Text, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconGitBranch, IconShieldLock, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import { useDraft } from '../../form/store/useDraft'
import { useUndoable } from '../../form/useUndoable'
import { confirm } from '../../ui/confirm'
import { OutlineHandle, OutlineRow } from '../../ui/outline/OutlineRow'
import type { Way } from '../../ui/outline/wayOf'
import classes from './FormBuilder.module.css'
import { dependants, type Question, type Step, textIn } from './form'
import { duplicatedQuestion, withoutQuestion } from './moving'
import { QuestionForm } from './QuestionForm'
import { RowProblems } from './RowProblems'
import type { Change } from './StepRow'
import { PATH } from './useSteps'

type Props = {
  stepId: string
  question: Question
  isOpen: boolean
  open: (id: string | null) => void
  toggle: (id: string) => void
  onStep: (id: string, way: Way) => void
  change: Change
}

/** One question: what it asks and what kind it is; opened, everything about it. */
export const QuestionRow = memo(function QuestionRow(props: Props) {
  const { stepId, question, isOpen, toggle, onStep } = props
  const { t } = useTranslation('form-builder')
  const { locale, isReadOnly } = useForm()
  const title = textIn(question.label, locale) || question.key || t('untitledQuestion')
  const path = ['steps', stepId, 'questions', question.id]
  return (
    <OutlineRow
      id={question.id}
      elementId={fieldId(path)}
      label={title}
      isFixed={isReadOnly}
      onStep={(way) => onStep(question.id, way)}
      className={classes.question}
    >
      <div className={classes.line} data-row={question.id}>
        {!isReadOnly && (
          <OutlineHandle
            id={question.id}
            title={title}
            label={t('actionsOf', { title })}
            menu={<QuestionMenu {...props} title={title} />}
          />
        )}
        <button type="button" className={classes.name} aria-expanded={isOpen} onClick={() => toggle(question.id)}>
          {title}
          {question.required && (
            <Text span c="red" aria-label={t('required')} role="img">
              {' *'}
            </Text>
          )}
        </button>
        <Facts question={question} />
      </div>
      <RowProblems path={path} />
      {isOpen && <QuestionForm path={path} question={question} change={props.change} />}
    </OutlineRow>
  )
})

function Facts({ question }: { question: Question }) {
  const { t } = useTranslation('form-builder')
  const isPersonal = question.personal && question.personal !== 'none'
  return (
    <div className={classes.facts}>
      {(question.show_if?.question || question.waived_if?.question) && (
        <Sign label={t(question.show_if?.question ? 'isConditional' : 'isWaived')}>
          <IconGitBranch size={16} aria-hidden />
        </Sign>
      )}
      {isPersonal && (
        <Sign label={t(`personal.${question.personal}`)}>
          <IconShieldLock size={16} aria-hidden />
        </Sign>
      )}
      <Badge size="sm" variant="light" color="gray" tt="none" fw={500}>
        {t(`types.${question.type}`, { defaultValue: question.type })}
      </Badge>
    </div>
  )
}

function Sign({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Tooltip label={label}>
      <span role="img" aria-label={label} style={{ display: 'inline-flex' }}>
        {children}
      </span>
    </Tooltip>
  )
}

function QuestionMenu({ question, onStep, open, change, title }: Props & { title: string }) {
  const { t } = useTranslation(['form-builder', 'ui'])
  const draft = useDraft()
  const undoable = useUndoable()
  const { id, key } = question

  function remove() {
    const hanging = dependants((draft.valueAt(PATH) as Step[] | undefined) ?? [], key)
    const away = () =>
      undoable(t('removed', { title }), () => change((steps) => withoutQuestion(steps, id), t('removed', { title })))
    if (hanging.length) confirm(t, 'removeQuestion', away, { title, count: hanging.length })
    else away()
  }

  function duplicate() {
    let copy: string | null = null
    change(
      (steps) => {
        const made = duplicatedQuestion(steps, id)
        copy = made.copy
        return made.steps
      },
      t('duplicated', { title }),
    )
    open(copy)
  }

  return (
    <>
      <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => onStep(id, 'up')}>
        {t('up')}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => onStep(id, 'down')}>
        {t('down')}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={duplicate}>
        {t('duplicate')}
      </Menu.Item>
      <Menu.Item c="red" leftSection={<IconTrash size={16} />} onClick={remove}>
        {t('remove')}
      </Menu.Item>
    </>
  )
}
