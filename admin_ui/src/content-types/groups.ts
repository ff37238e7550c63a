import {
  IconBook2,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconFileText,
  IconForms,
  IconList,
  IconMenu2,
  IconNews,
  IconPhoto,
  IconPresentation,
  IconSpeakerphone,
  IconUser,
  IconWorld,
} from '@tabler/icons-react'

/** How the navigation orders the content types. */
export const GROUPS = {
  content: [
    { name: 'Edition', icon: IconCalendarEvent },
    { name: 'NewsItem', icon: IconNews },
    { name: 'CallForHosts', icon: IconSpeakerphone },
    { name: 'Page', icon: IconFileText },
    { name: 'Series', icon: IconBook2 },
  ],
  library: [
    { name: 'FileAsset', icon: IconPhoto, to: '/files' },
    { name: 'PresentationFile', icon: IconPresentation },
    { name: 'Person', icon: IconUser },
    { name: 'Organisation', icon: IconBuildingCommunity },
  ],
  structure: [
    { name: 'Site', icon: IconWorld },
    { name: 'Menu', icon: IconMenu2 },
    { name: 'Vocabulary', icon: IconList },
    { name: 'ApplicationForm', icon: IconForms },
  ],
} as const
