import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { useForm } from '../form/FormContext'
import { useFormRegistry } from '../form/registry'

/** What a content type shows above its form, such as the picture of a file. */
export function EditorHead() {
  const { form } = useForm()
  const Head = useFormRegistry().heads[form.name]?.component
  if (!Head) return null
  return (
    <Suspense fallback={<Skeleton height={320} />}>
      <Head />
    </Suspense>
  )
}
