import type { Control } from '../registry'
import { EmbeddedListField, EmbeddedOneField } from './groupFields'
import { CountryField, LocaleField, TermsField, TextListField, TimeZoneField } from './listedFields'
import { BooleanField, ChoiceField, DateField, NumberField, PartialDateField } from './plainFields'
import { ReferenceField } from './ReferenceField'
import { TextField } from './TextField'

/** How each kind of field is edited, as far as the form itself can. */
export const CONTROLS: Record<string, Control> = {
  Text: TextField,
  Key: TextField,
  Email: TextField,
  Url: TextField,
  Boolean: BooleanField,
  Integer: NumberField,
  Decimal: NumberField,
  Choice: ChoiceField,
  Date: DateField,
  WallTime: DateField,
  ClockTime: DateField,
  PartialDate: PartialDateField,
  TimeZone: TimeZoneField,
  Country: CountryField,
  LocaleCode: LocaleField,
  Terms: TermsField,
  TextList: TextListField,
  Reference: ReferenceField,
  References: ReferenceField,
  EmbeddedOne: EmbeddedOneField,
  EmbeddedList: EmbeddedListField,
  Blocks: EmbeddedListField,
}
