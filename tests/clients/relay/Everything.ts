import { graphql } from 'react-relay'

export const everything = graphql`
  query EverythingQuery($site: String!, $locale: Locale, $preview: String) {
    site(key: $site, locale: $locale, preview: $preview) {
      name locales
      menu(slot: MAIN) { label url }
      series(slug: "meetings") { title editions(first: 3) { edges { node { title url theme } } } }
      editions(first: 20) { edges { node { title url theme lead contextContent { references { title url } } } } }
      edition(slug: "edition-1") {
        title theme dateLabel lead series { title } venue { name } sectors { label }
        partners { organisation { name } }
        days { label dateLabel sessions { title
          talks { title speakers { role person { name bio } } presentations { title } }
          children { title talks { title speakers { role } } }
        } }
      }
      news(first: 20) { edges { node { title lead dateLabel } } }
      newsItem(slug: "news-1") {
        title
        blocks { __typename ... on TextBlock { heading body } ... on EditionListBlock { title editions { title } } }
      }
      page(path: "/about") { title blocks { __typename ... on TextBlock { heading body } } }
      call(slug: "hosts") {
        title body cutoffs { label } form { title steps { title questions { label help } } }
      }
    }
  }
`
