import { StaleMark } from '../../collaboration/StaleMark'
import { type FormRegistry, FormRegistryProvider } from '../../form/registry'
import { ItemEditor } from '../../item/ItemEditor'
import { CONTROLS, OWN_CONTROLS } from '../controls'
import { HEADS } from '../heads'

const REGISTRY: FormRegistry = { controls: CONTROLS, ownControls: OWN_CONTROLS, heads: HEADS, Mark: StaleMark }

/** An item's form with what features add to it. */
export function ItemScreen() {
  return (
    <FormRegistryProvider value={REGISTRY}>
      <ItemEditor />
    </FormRegistryProvider>
  )
}
