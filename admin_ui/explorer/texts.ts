/** What is ours on the page; GraphiQL itself speaks English. */
const TEXTS = {
  en: {
    examples: 'Example queries',
    choose: 'Choose an example…',
    copyLink: 'Copy link',
    copied: 'Link copied',
    notCopied: 'Copy the link from the address bar',
    schema: 'Schema file',
    welcome: 'Write a query here. Ctrl + Enter runs it.',
  },
  cs: {
    examples: 'Ukázkové dotazy',
    choose: 'Vyberte ukázku…',
    copyLink: 'Kopírovat odkaz',
    copied: 'Odkaz zkopírován',
    notCopied: 'Zkopírujte odkaz z adresního řádku',
    schema: 'Soubor se schématem',
    welcome: 'Sem napište dotaz. Spustí se klávesami Ctrl + Enter.',
  },
  bg: {
    examples: 'Примерни заявки',
    choose: 'Изберете пример…',
    copyLink: 'Копиране на връзката',
    copied: 'Връзката е копирана',
    notCopied: 'Копирайте връзката от адресната лента',
    schema: 'Файл със схемата',
    welcome: 'Напишете заявка тук. Ctrl + Enter я изпълнява.',
  },
}
type Language = keyof typeof TEXTS

/** The one chosen in the admin interface, else the first of the browser's that we speak. */
function preferred(): Language {
  const wanted = [localStorage.getItem('cms.language'), ...navigator.languages]
  const known = wanted.map((language) => language?.slice(0, 2) ?? '').find((language) => language in TEXTS)
  return (known ?? 'en') as Language
}

export const language = preferred()
export const texts = TEXTS[language]
