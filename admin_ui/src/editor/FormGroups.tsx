import { Card, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isShownInHead } from '../content-types/heads'
import { FieldView } from './FieldView'
import { useForm } from './FormContext'
import { humanized } from './labels'
import { SlugField } from './SlugField'

/** The fields of the content type, in the groups that it declares. */
export function FormGroups() {
  const { t } = useTranslation(['editor', 'content-types'])
  const { form } = useForm()
  const fields = form.fields.filter((one) => !isShownInHead(form.name, one.name))
  const groups = [...new Set(fields.map((one) => one.group))]
  return (
    <>
      {groups.map((group, place) => (
        <Card
          withBorder
          key={group}
          component="section"
          aria-label={t(`content-types:groups.${group}`, humanized(group))}
        >
          <Title order={2} size="h4" mb="sm">
            {t(`content-types:groups.${group}`, humanized(group))}
          </Title>
          <Stack>
            {place === 0 && form.hasSlug && <SlugField />}
            {fields
              .filter((one) => one.group === group)
              .map((field) => (
                <FieldView key={field.name} field={field} path={[field.name]} />
              ))}
          </Stack>
        </Card>
      ))}
    </>
  )
}
