import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { HEADS, type HeadProps } from './heads'

/** What a content type shows above its form, such as the picture of a file. */
export function EditorHead(props: HeadProps) {
  const Head = HEADS[props.item.type]?.component
  if (!Head) return null
  return (
    <Suspense fallback={<Skeleton height={320} />}>
      <Head {...props} />
    </Suspense>
  )
}
