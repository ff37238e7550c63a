import { type ComponentType, createContext, useContext } from 'react'

export type Creator = {
  /** Asked instead of what is asked for every other type. */
  dialog: ComponentType<{ onClose: () => void }>
  /** Needed on all sites. */
  right: string
}

/** {type: how a new one is begun}; the app puts it together. */
export type Creators = Record<string, Creator>

const CreatorsContext = createContext<Creators>({})
export const CreatorsProvider = CreatorsContext

export function useCreators(): Creators {
  return useContext(CreatorsContext)
}
