import { Skeleton, Stack } from '@mantine/core'

/** What a list looks like before it is there: as high as it will be, so that nothing jumps. */
export function SkeletonRows({ rows = 8, height = 40 }: { rows?: number; height?: number }) {
  const places = Array.from({ length: rows }, (_, place) => place)
  return (
    <Stack gap="xs" aria-busy="true">
      {places.map((place) => (
        <Skeleton key={place} height={height} />
      ))}
    </Stack>
  )
}
