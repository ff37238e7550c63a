import { useState } from 'react'
import { type Content, toHash } from './link'
import { texts } from './texts'

/** The link stands in the address bar too: without TLS a page may not write to the clipboard. */
export function CopyLink({ content }: { content: () => Content }) {
  const [outcome, setOutcome] = useState('')
  const copy = async () => {
    window.history.replaceState(null, '', toHash(content()))
    const isCopied = await write(window.location.href)
    setOutcome(isCopied ? texts.copied : texts.notCopied)
  }
  return (
    <>
      <button type="button" onClick={copy}>
        {texts.copyLink}
      </button>
      <output>{outcome}</output>
    </>
  )
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
