import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { useForm } from '../editor/FormContext'
import { HEADS } from './heads'

/** What a content type shows above its form, such as the picture of a file. */
export function EditorHead() {
  const { form } = useForm()
  const Head = HEADS[form.name]?.component
  if (!Head) return null
  return (
    <Suspense fallback={<Skeleton height={320} />}>
      <Head />
    </Suspense>
  )
}
