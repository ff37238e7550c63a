import { Box, Input } from '@mantine/core'
import { lazy, Suspense, useRef, useState } from 'react'
import type { FieldProps } from '../form/fields/fieldProps'
import { fieldId } from '../form/fields/fieldProps'
import type { JsonObject } from '../form/store/json'
import { useValue } from '../form/store/useDraft'
import classes from './RichText.module.css'
import { RichTextView } from './RichTextView'
import { useNear } from './useNear'

const RichTextEditing = lazy(async () => ({ default: (await import('./RichTextEditing')).RichTextEditing }))

/**
 * Formatted text in the same structure that the API delivers. The editor itself is made when the field comes near or is
 * focused: until then, and for those who may only read, the text is shown as it is.
 */
export function RichTextField({ field, path, label, description, error, isReadOnly }: FieldProps) {
  const [value] = useValue<JsonObject>(path)
  const place = useRef<HTMLDivElement>(null)
  const isNear = useNear(place)
  const [isWanted, setWanted] = useState(false)
  const id = fieldId(path)
  const shown = (
    <Box
      id={id}
      tabIndex={0}
      role={isReadOnly ? 'group' : 'textbox'}
      aria-multiline={isReadOnly ? undefined : true}
      aria-label={label}
      className={classes.shown}
      data-read-only={isReadOnly || undefined}
      onFocus={() => setWanted(true)}
    >
      <RichTextView doc={value} />
    </Box>
  )
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description={description}
      error={error}
      withAsterisk={field.required}
      ref={place}
    >
      {isReadOnly || !(isNear || isWanted) ? (
        shown
      ) : (
        <Suspense fallback={shown}>
          <RichTextEditing key={id} path={path} label={label} isFocused={isWanted} isWrong={Boolean(error)} />
        </Suspense>
      )}
    </Input.Wrapper>
  )
}
