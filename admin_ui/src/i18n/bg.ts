import { byArea } from './index'

export const messages = byArea(import.meta.glob('../*/messages.bg.json', { eager: true, import: 'default' }))
