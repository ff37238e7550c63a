import { lazy } from 'react'
import type { Control } from '../registry'
import { EmbeddedListField, EmbeddedOneField } from './groupFields'
import { CountryField, LocaleField, TermsField, TextListField, TimeZoneField } from './listedFields'
import {
  BooleanField,
  ChoiceField,
  ClockTimeField,
  DateField,
  DecimalField,
  NumberField,
  WallTimeField,
} from './plainFields'
import { ReferenceField, ReferencesField } from './ReferenceField'
import { EmailField, TextField } from './TextField'

/** How each kind of field is edited, as far as the form itself can. */
export const CONTROLS: Record<string, Control> = {
  Text: TextField,
  Key: TextField,
  Email: EmailField,
  Url: TextField,
  Boolean: BooleanField,
  Integer: NumberField,
  Decimal: DecimalField,
  Choice: ChoiceField,
  Date: DateField,
  WallTime: WallTimeField,
  ClockTime: ClockTimeField,
  PartialDate: lazy(async () => ({ default: (await import('./PartialDateField')).PartialDateField })),
  TimeZone: TimeZoneField,
  Country: CountryField,
  LocaleCode: LocaleField,
  Terms: TermsField,
  TextList: TextListField,
  Reference: ReferenceField,
  References: ReferencesField,
  EmbeddedOne: EmbeddedOneField,
  EmbeddedList: EmbeddedListField,
  Blocks: EmbeddedListField,
}
