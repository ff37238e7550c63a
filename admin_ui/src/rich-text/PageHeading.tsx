import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useForm } from '../form/FormContext'
import { LinkHeadingsDocument } from './gql/graphql'
import { HeadingField } from './HeadingField'
import { headingsIn } from './model/headings'

type Props = { item: string; value: string; onChange: (value: string) => void }

/** The heading of one of our pages that a link leads to; empty for the page as a whole. */
export function PageHeading({ item, value, onChange }: Props) {
  const { t } = useTranslation('rich-text')
  const { locale } = useForm()
  const [{ data }] = useQuery({ query: LinkHeadingsDocument, variables: { id: item } })
  return (
    <HeadingField
      label={t('link.heading')}
      description={t('link.headingHint')}
      placeholder="#"
      headings={headingsIn(data?.item?.data, locale)}
      isOpenAtOnce
      value={value}
      onChange={onChange}
    />
  )
}
