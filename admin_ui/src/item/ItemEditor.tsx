import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { useSites } from '../editing/sites'
import { useLoadedItem } from '../editing/useLoadedItem'
import { FormsDocument } from '../form/gql/graphql'
import { Failure } from '../ui/Failure'
import { NotThere } from '../ui/NotThere'
import { SkeletonRows } from '../ui/SkeletonRows'
import { OpenedItem } from './OpenedItem'

/** The screen of one item. */
export function ItemEditor() {
  const { id = '' } = useParams()
  const [{ data: forms, error: formsError }, askForms] = useQuery({ query: FormsDocument })
  const { sites, isLoading, error: sitesError, again: askSites } = useSites()
  const { item, error, isMissing, again: askItem } = useLoadedItem(id)
  const failure = error ?? formsError ?? sitesError

  function again() {
    if (formsError) askForms({ requestPolicy: 'network-only' })
    if (sitesError) askSites()
    if (error) askItem()
  }

  if (isMissing) return <NotThere />
  if (failure) return <Failure error={failure} retry={again} />
  const form = forms?.contentTypes.find((one) => one.name === item?.type)
  if (!form || isLoading || item?.id !== id) return <SkeletonRows rows={10} height={56} />
  return <OpenedItem key={id} item={item} form={form} sites={sites} />
}
