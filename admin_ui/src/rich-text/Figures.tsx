import { Skeleton, Text } from '@mantine/core'
import { IconVideo } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useForm } from '../form/FormContext'
import { TextPictureDocument } from './gql/graphql'
import classes from './RichText.module.css'

type Picture = { file: string; alt: string | null; caption: string | null }

/** A picture of the library in a text, with what is said of it. */
export function PictureFigure({ file, alt, caption }: Picture) {
  const { t } = useTranslation('rich-text')
  const { locale } = useForm()
  const [{ data, fetching }] = useQuery({ query: TextPictureDocument, variables: { id: file } })
  const item = data?.item
  if (fetching && !item) return <Skeleton height={180} maw={320} />
  const own = (item?.data as { alt?: Record<string, string> } | undefined)?.alt?.[locale]
  const words = alt ?? own
  return (
    <figure className={classes.figure}>
      {item?.file?.picture ? (
        <img
          src={item.file.picture}
          alt={words ?? ''}
          width={item.file.width ?? undefined}
          height={item.file.height ?? undefined}
          loading="lazy"
          className={classes.picture}
        />
      ) : (
        <Text size="sm">{t('pictureGone')}</Text>
      )}
      <figcaption>
        {caption && <Text size="sm">{caption}</Text>}
        <Text size="xs" c="dimmed">
          {alt === '' ? t('decorative') : words ? t('described', { words }) : t('notDescribed')}
        </Text>
      </figcaption>
    </figure>
  )
}

/** A video of the web: nothing of it is loaded here. */
export function VideoFigure({ src, caption }: { src: string; caption: string | null }) {
  return (
    <figure className={classes.video}>
      <IconVideo size={28} stroke={1.25} aria-hidden />
      <figcaption>
        {caption && <Text size="sm">{caption}</Text>}
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {src}
        </Text>
      </figcaption>
    </figure>
  )
}
