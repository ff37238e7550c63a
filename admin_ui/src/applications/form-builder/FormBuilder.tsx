import { Button, Card, Group, Kbd, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconEye } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldView } from '../../form/FieldView'
import { useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import { EmptyState } from '../../ui/EmptyState'
import { Outline } from '../../ui/outline/Outline'
import type { Way } from '../../ui/outline/wayOf'
import { AddQuestion } from './AddQuestion'
import { AddStep } from './AddStep'
import classes from './FormBuilder.module.css'
import { FormUses } from './FormUses'
import { questionsOf, textIn } from './form'
import { mayPlace, placed, stepped } from './moving'
import { QuestionRow } from './QuestionRow'
import { StepRow } from './StepRow'
import { PATH, useSteps } from './useSteps'

const FormPreview = lazy(async () => ({ default: (await import('./FormPreview')).FormPreview }))

/** Steps and questions of an application form, and what applicants will see of them. */
export function FormBuilder() {
  const { t } = useTranslation('form-builder')
  const { form, locale, isReadOnly } = useForm()
  const { steps, change, news } = useSteps()
  const [opened, setOpened] = useState<string | null>(null)
  const [isPreviewing, preview] = useDisclosure(false)
  const title = form.fields.find(({ name }) => name === 'title')
  const nameOf = useCallback(
    (id: string) => {
      const step = steps.find((one) => one.id === id)
      const question = questionsOf(steps).find((one) => one.id === id)
      return step ? textIn(step.title, locale) : textIn(question?.label, locale)
    },
    [steps, locale],
  )
  const step = useCallback(
    (id: string, way: Way) => {
      change((now) => stepped(now, id, way), t('moved', { title: nameOf(id) }))
      // the row is drawn anew at its place, and the keyboard goes on there
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${id}"] button`)?.focus())
    },
    [change, nameOf, t],
  )
  const toggle = useCallback((id: string) => setOpened((now) => (now === id ? null : id)), [])
  const look = (
    <Button
      size="xs"
      variant={isPreviewing ? 'light' : 'default'}
      leftSection={<IconEye size={16} aria-hidden />}
      aria-pressed={isPreviewing}
      onClick={preview.toggle}
    >
      {t('preview')}
    </Button>
  )
  return (
    <Stack>
      <FormUses />
      <Card withBorder component="section" aria-label={t('form')} id={fieldId(PATH)}>
        <Group justify="space-between" mb="sm">
          <Title order={2} size="h4">
            {t('form')}
          </Title>
          {look}
        </Group>
        {title && <FieldView field={title} path={['title']} />}
        {steps.length === 0 && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
        <Outline
          news={news}
          mayPlace={(id, over, side) => mayPlace(steps, id, over, side)}
          onPlace={(id, over, side) => {
            change((now) => placed(now, id, over, side), t('moved', { title: nameOf(id) }))
          }}
        >
          <ol className={classes.rows} aria-label={t('steps')}>
            {steps.flatMap((one, place) => [
              <StepRow
                key={one.id}
                step={one}
                place={place}
                count={steps.length}
                isOpen={opened === one.id}
                toggle={toggle}
                onStep={step}
                change={change}
              />,
              ...(one.questions ?? []).map((question) => (
                <QuestionRow
                  key={question.id}
                  stepId={one.id}
                  question={question}
                  isOpen={opened === question.id}
                  open={setOpened}
                  toggle={toggle}
                  onStep={step}
                  change={change}
                />
              )),
              ...(isReadOnly
                ? []
                : [
                    <li key={`${one.id}-add`} className={classes.add}>
                      <AddQuestion step={one} change={change} />
                    </li>,
                  ]),
            ])}
          </ol>
        </Outline>
        {!isReadOnly && <AddStep steps={steps} change={change} />}
        {!isReadOnly && questionsOf(steps).length > 1 && (
          <Text size="xs" c="dimmed" mt="xs" visibleFrom="sm">
            {t('keys')} <Kbd size="xs">Alt ↑</Kbd> <Kbd size="xs">Alt ↓</Kbd>
          </Text>
        )}
      </Card>
      {isPreviewing && (
        <Suspense fallback={null}>
          <FormPreview steps={steps} locale={locale} onClose={preview.close} />
        </Suspense>
      )}
    </Stack>
  )
}
