import { byArea } from './index'

export const messages = byArea(import.meta.glob('../*/messages.en.json', { eager: true, import: 'default' }))
