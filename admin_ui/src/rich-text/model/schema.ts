import { getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { modelExtensions } from './extensions'

let made: Schema | undefined

/** The model as ProseMirror knows it, made once. */
export function textSchema(): Schema {
  made ??= getSchema(modelExtensions())
  return made
}
