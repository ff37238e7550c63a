import { contentOf, type Example } from './cms'
import type { Content } from './link'
import { texts } from './texts'

interface Props {
  examples: readonly Example[]
  /** While the editors are loaded, in which a choice would be lost. */
  disabled: boolean
  onChoose: (content: Content) => void
}

/** A menu that never keeps its choice: the same example can be chosen again. */
export function ExampleMenu({ examples, disabled, onChoose }: Props) {
  const choose = (name: string) => {
    const example = examples.find((one) => one.name === name)
    if (example) onChoose(contentOf(example))
  }
  return (
    <select aria-label={texts.examples} value="" disabled={disabled} onChange={({ target }) => choose(target.value)}>
      <option value="">{texts.choose}</option>
      {examples.map(({ name }) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  )
}
