import type { Extensions } from '@tiptap/core'
import { Table } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { Code, HardBreak, Heading, OrderedList, TableCell, TableHeader, TableRow } from './blocks'
import { Link } from './link'
import { Image, Video } from './media'
import { Subscript, Superscript } from './raised'

/**
 * What a text is made of, exactly as the server declares it in `cms/content/richtext/model.py`: nothing that it would refuse can
 * be made. No underline: readers take it for a link.
 */
export function modelExtensions(
  media: { image: typeof Image; video: typeof Video } = { image: Image, video: Video },
): Extensions {
  return [
    Link,
    StarterKit.configure({
      heading: false,
      orderedList: false,
      code: false,
      hardBreak: false,
      codeBlock: false,
      underline: false,
      link: false,
      trailingNode: false,
    }),
    Superscript,
    Subscript,
    Code,
    Heading,
    OrderedList,
    HardBreak,
    Table.configure({ resizable: true }),
    TableRow,
    TableHeader,
    TableCell,
    media.image,
    media.video,
  ]
}
