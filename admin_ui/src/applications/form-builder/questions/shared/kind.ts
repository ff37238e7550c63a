import type { TFunction } from 'i18next'
import type { ComponentType } from 'react'
import type { Question } from '../../form'
import type { Vocabulary } from '../../useTerms'

export type Choice = { value: string; label: string }
export type Words = TFunction<'form-builder'>

export type SettingsProps = { path: string[]; question: Question; isReadOnly: boolean }

/** What every control of the preview shows besides its own. */
export type Shared = { label: string; description?: string; withAsterisk: boolean }
export type PreviewProps = {
  question: Question
  locale: string
  vocabularies: Vocabulary[]
  answer: unknown
  onAnswer: (answer: unknown) => void
  shared: Shared
}

/** What the form builder asks of a kind of question: `questions/<name>.tsx` exports it as `kind`. */
export type QuestionKind = {
  /** As an applicant answers it. */
  Preview: ComponentType<PreviewProps>
  /** The numbers that can be set of it, besides what every question has. */
  numbers?: string[]
  /** What else can be set, with the control for it, above the numbers or (in bytes, for example) among them. */
  settings?: string[]
  Settings?: ComponentType<SettingsProps>
  NumberSettings?: ComponentType<SettingsProps>
  /** The answers with which another question may be asked; without it nothing can depend on one. */
  answers?: (question: Question, words: { t: Words; locale: string; vocabularies: Vocabulary[] }) => Choice[]
  /** What is said below it after its help. */
  hint?: (question: Question, t: Words) => string
}
