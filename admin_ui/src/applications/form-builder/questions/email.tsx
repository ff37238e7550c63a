import type { QuestionKind } from './shared/kind'
import { Line } from './shared/Line'

export const kind: QuestionKind = { Preview: (props) => <Line {...props} type="email" /> }
