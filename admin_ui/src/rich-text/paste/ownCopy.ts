import { DOMSerializer, type Fragment, type Schema } from '@tiptap/pm/model'

/** Marks what an editor of ours put into the clipboard: other editors are made of ProseMirror too. */
export const OWN_COPY = 'data-cluster-cms'

export class OwnSerializer extends DOMSerializer {
  static of(schema: Schema): OwnSerializer {
    return new OwnSerializer(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema))
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const copied = super.serializeFragment(fragment, options, target)
    copied.firstElementChild?.setAttribute(OWN_COPY, '')
    return copied
  }
}
