/** Addresses of videos, as the page on which one can watch them; `cms/content/richtext/video_address.py` has the same rules. */

const YOUTUBE =
  /^(?:https?:)?\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:(?:embed|shorts|live)\/|watch\?(?:[^#]*&)?v=)|youtu\.be\/)([\w-]{6,20})(?:[?&#/].*)?$/i
const VIMEO =
  /^(?:https?:)?\/\/(?:www\.vimeo\.com\/|vimeo\.com\/|player\.vimeo\.com\/video\/)([0-9]{5,15})(?:[?#/].*)?$/i
const BEGINNING = /[?&#](?:t|start)=(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?(?=[&#]|$)/i

/** The page of YouTube or Vimeo on which a video can be watched from the second given on; null for other addresses. */
export function watchAddress(given: string): string | null {
  const address = given.trim()
  const from = beginning(address)
  const youtube = YOUTUBE.exec(address)?.[1]
  if (youtube) return `https://youtu.be/${youtube}${from ? `?t=${from}` : ''}`
  const vimeo = VIMEO.exec(address)?.[1]
  return vimeo ? `https://vimeo.com/${vimeo}${from ? `#t=${from}s` : ''}` : null
}

/** In seconds: "t=43", "t=1m3s" and "start=43" are all in use. */
function beginning(address: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = BEGINNING.exec(address) ?? []
  return 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds)
}
