import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { useEffect, useRef } from 'react'
import { UploadRows } from './UploadRows'
import { isEnded } from './uploading/upload'
import { uploads, useUploads } from './uploading/uploads'

const TRAY = 'uploads'

/** Uploads whose dialog or form was closed are shown in a corner until they are over. */
export function useTrayAfterwards(ids: readonly string[]): void {
  const latest = useRef(ids)
  latest.current = ids
  useEffect(
    () => () => {
      const left = uploads.all().filter((one) => latest.current.includes(one.id) && !isEnded(one))
      if (left.length > 0) showTray()
    },
    [],
  )
}

function showTray(): void {
  notifications.show({
    id: TRAY,
    title: i18next.t('files:uploads'),
    message: <Tray />,
    autoClose: false,
  })
}

function Tray() {
  const list = useUploads()
  const isOver = list.every(isEnded)
  useEffect(() => {
    if (isOver && list.every((one) => one.stage !== 'refused')) notifications.hide(TRAY)
  }, [isOver, list])
  return <UploadRows list={list.filter((one) => one.stage === 'refused' || !isEnded(one))} />
}
