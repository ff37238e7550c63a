import { Card, Stack, Title } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { humanized } from '../content-types/labels'
import { FieldView } from '../form/FieldView'
import { useForm } from '../form/FormContext'
import { useFormRegistry } from '../form/registry'
import { SlugField } from './SlugField'

/** The fields of the content type, in the groups that it declares. */
export function FormGroups() {
  const { t } = useTranslation(['item', 'content-types'])
  const { form } = useForm()
  const inHead = useFormRegistry().heads[form.name]?.fields ?? []
  const fields = form.fields.filter((one) => !inHead.includes(one.name))
  const groups = [...new Set(fields.map((one) => one.group))]
  // one thinks of a title first, and the address follows from it
  const isTitled = fields.some((one) => one.name === form.titleField)
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
            {place === 0 && form.hasSlug && !isTitled && <SlugField />}
            {fields
              .filter((one) => one.group === group)
              .map((field) => (
                <Fragment key={field.name}>
                  <FieldView field={field} path={[field.name]} />
                  {form.hasSlug && isTitled && field.name === form.titleField && <SlugField />}
                </Fragment>
              ))}
          </Stack>
        </Card>
      ))}
    </>
  )
}
