import { byArea } from './index'

export const messages = byArea(import.meta.glob('../*/messages.cs.json', { eager: true, import: 'default' }))
