import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FileChooser } from '../files/FileChooser'
import { useForm } from '../form/FormContext'
import { LinkTargetDocument } from './gql/graphql'
import { HeadingField } from './HeadingField'
import { ItemFinder } from './ItemFinder'
import { insertBlock } from './insertBlock'
import { isFragment, repairedAddress } from './model/addresses'
import { type Heading, headingAddress, headingsIn } from './model/headings'
import { type LinkAttributes, type LinkTarget, linkAttributes } from './model/link'
import { PageHeading } from './PageHeading'

type Kind = 'href' | 'item' | 'file'
const KINDS: Kind[] = ['href', 'item', 'file']

/** Where a link leads: to an address, to a page of ours, or to a file. */
export function LinkDialog({ editor, close }: { editor: Editor; close: () => void }) {
  const { t } = useTranslation(['rich-text', 'ui'])
  const [before] = useState(() => editor.getAttributes('link') as Partial<LinkAttributes>)
  const [kind, setKind] = useState<Kind>(KINDS.find((one) => before[one]) ?? 'href')
  const [target, setTarget] = useState<Partial<Record<Kind, string>>>(() => given(before))
  const [place, setPlace] = useState(before.fragment ? `#${before.fragment}` : '')
  const [headings] = useState(() => headingsIn(editor.getJSON()))
  const [title, setTitle] = useState('')
  const [isWrong, setWrong] = useState(false)
  const isLink = KINDS.some((one) => before[one])

  function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    const value = kind === 'href' ? addressOf(target.href ?? '', headings) : target[kind]
    if (!value) return setWrong(true)
    const fragment = kind === 'href' ? {} : { fragment: fragmentOf(place) }
    setLink(editor, { [kind]: value, ...fragment } as LinkTarget, title || value)
    close()
  }

  function choose(id: string, name: string) {
    setTarget({ ...target, [kind]: id })
    setPlace('')
    setTitle(name)
    setWrong(false)
  }

  return (
    <Modal opened onClose={close} title={t('link.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <SegmentedControl
            aria-label={t('link.kind')}
            value={kind}
            onChange={(value) => {
              setKind(value as Kind)
              setWrong(false)
            }}
            data={KINDS.map((value) => ({ value, label: t(`link.kinds.${value}`) }))}
          />
          {kind === 'href' && (
            <HeadingField
              label={t('link.address')}
              description={t('link.addressHint')}
              placeholder="https://"
              inputMode="url"
              headings={headings}
              value={target.href ?? ''}
              error={isWrong && t('link.wrongAddress')}
              onChange={(href) => {
                setTarget({ ...target, href })
                setWrong(false)
              }}
              data-autofocus
            />
          )}
          {kind === 'item' && (
            <ItemFinder value={target.item ?? null} onChoose={choose} error={isWrong && t('link.noItem')} />
          )}
          {kind === 'item' && target.item && <PageHeading item={target.item} value={place} onChange={setPlace} />}
          {kind === 'file' && <FilePicker value={target.file ?? null} onChoose={choose} isWrong={isWrong} />}
          <Group justify="space-between">
            {isLink ? (
              <Button
                variant="subtle"
                color="red"
                onClick={() => {
                  editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
                  close()
                }}
              >
                {t('link.remove')}
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit">{t('link.set')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function addressOf(typed: string, headings: Heading[]): string | null {
  return repairedAddress(typed.trim().startsWith('#') ? headingAddress(typed, headings) : typed)
}

/** "#dates" as "dates"; null for what no address can hold. */
function fragmentOf(place: string): string | null {
  const bare = place.trim().replace(/^#/, '')
  return isFragment(bare) ? bare : null
}

function given(before: Partial<LinkAttributes>): Partial<Record<Kind, string>> {
  return Object.fromEntries(KINDS.map((one) => [one, before[one]]).filter(([, value]) => value))
}

/** Marks what is chosen; where no words are, writes `words` as the link, behind a picture that is selected. */
export function setLink(editor: Editor, target: LinkTarget, words: string): void {
  const mark = { type: 'link', attrs: linkAttributes(target) }
  const chain = editor.chain().focus().extendMarkRange('link')
  const written = { type: 'text', text: words, marks: [mark] }
  if (editor.state.selection instanceof NodeSelection) {
    insertBlock(editor.chain().focus(), { type: 'paragraph', content: [written] }).run()
  } else if (!editor.state.selection.empty || editor.isActive('link')) chain.setMark('link', mark.attrs).run()
  else chain.insertContent([written]).run()
}

type PickerProps = { value: string | null; onChoose: (id: string, name: string) => void; isWrong: boolean }

function FilePicker({ value, onChoose, isWrong }: PickerProps) {
  const { t } = useTranslation('rich-text')
  const { site } = useForm()
  const [isChoosing, setChoosing] = useState(false)
  const [{ data }] = useQuery({ query: LinkTargetDocument, variables: { id: value ?? '' }, pause: !value })
  const title = value ? data?.item?.title : null
  return (
    <Group justify="space-between">
      <Text size="sm" c={isWrong ? 'red' : title ? undefined : 'dimmed'} role={isWrong ? 'alert' : undefined}>
        {title ?? t('link.noFile')}
      </Text>
      <Button variant="default" size="xs" onClick={() => setChoosing(true)}>
        {t('link.chooseFile')}
      </Button>
      <FileChooser
        opened={isChoosing}
        onLeave={() => setChoosing(false)}
        onChoose={(id, name) => {
          setChoosing(false)
          onChoose(id, name)
        }}
        site={site}
      />
    </Group>
  )
}
