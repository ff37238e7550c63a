import {
  type Icon,
  IconAward,
  IconBook2,
  IconBriefcase,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconClipboardList,
  IconFileText,
  IconForms,
  IconList,
  IconMap,
  IconMenu2,
  IconNews,
  IconPhoto,
  IconPresentation,
  IconSchool,
  IconSpeakerphone,
  IconStar,
  IconTag,
  IconUser,
  IconWorld,
} from '@tabler/icons-react'

/** Those that a content type may choose from: ICONS in cms/content_types/listing.py. */
const ICONS: Record<string, Icon> = {
  award: IconAward,
  book: IconBook2,
  briefcase: IconBriefcase,
  building: IconBuildingCommunity,
  calendar: IconCalendarEvent,
  clipboard: IconClipboardList,
  file: IconFileText,
  form: IconForms,
  list: IconList,
  map: IconMap,
  menu: IconMenu2,
  news: IconNews,
  photo: IconPhoto,
  presentation: IconPresentation,
  school: IconSchool,
  speakerphone: IconSpeakerphone,
  star: IconStar,
  tag: IconTag,
  user: IconUser,
  world: IconWorld,
}

export function iconOf(type: { icon: string }): Icon {
  return ICONS[type.icon] ?? IconFileText
}
