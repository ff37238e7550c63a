import { createContext, useContext } from 'react'

export type DialogName = 'link' | 'image' | 'video'

/** Opens the dialogs of the text in which one is. */
export const DialogsContext = createContext<(name: DialogName) => void>(() => undefined)
export const useDialogs = () => useContext(DialogsContext)
