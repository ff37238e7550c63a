import { Button, type ButtonProps, FileButton } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export const PICTURES = 'image/png,image/jpeg,image/webp,image/gif'

type Props = ButtonProps & {
  images?: boolean
  isMany?: boolean
  onFiles: (files: File[]) => void
  label?: string
  children?: ReactNode
}

/** Opens the system's own dialog to choose files of this computer. `children`: fewer words than the whole `label`. */
export function PickFiles({ images = false, isMany = false, onFiles, label, children, ...button }: Props) {
  const { t } = useTranslation('files')
  return (
    <FileButton
      multiple={isMany}
      accept={images ? PICTURES : undefined}
      inputProps={{ 'aria-label': label ?? t('upload'), tabIndex: -1 }}
      onChange={(given: File[] | File | null) => given && onFiles(Array.isArray(given) ? given : [given])}
    >
      {(props) => (
        <Button
          leftSection={<IconUpload size={16} aria-hidden />}
          aria-label={children ? label : undefined}
          {...button}
          {...props}
        >
          {children ?? label ?? t('upload')}
        </Button>
      )}
    </FileButton>
  )
}
