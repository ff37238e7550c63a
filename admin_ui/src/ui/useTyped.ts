import { useEffect, useRef, useState } from 'react'

const PAUSE = 150

/**
 * What is typed into a field whose value lies elsewhere, such as in the address, and gets there later: nothing typed is
 * lost meanwhile. It is sent after a short pause; a value that was not sent from here replaces what stands in the field.
 */
export function useTyped(value: string, send: (value: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(value)
  const sent = useRef<string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const current = useRef(send)
  current.current = send
  const seen = useRef(value)

  useEffect(() => {
    if (value === seen.current) return
    seen.current = value
    const place = sent.current.indexOf(value)
    if (place >= 0) sent.current = sent.current.slice(place + 1)
    else {
      clearTimeout(timer.current)
      sent.current = []
      setText(value)
    }
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  function type(next: string) {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (next === seen.current && !sent.current.length) return
      sent.current.push(next)
      current.current(next)
    }, PAUSE)
  }
  return [text, type]
}
