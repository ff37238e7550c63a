// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import { pasted, sketch } from './testing'

const FILE = '0123456789abcdef01234567'

describe('from Word', () => {
  const head = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style>
</head><body lang=CS style='tab-interval:35.4pt'><!--StartFragment-->`
  const tail = '<!--EndFragment--></body></html>'
  const word = (body: string) => pasted(head + body + tail)
  const item = (level: number, marker: string, text: string, list = 'l0', kind = 'MsoListParagraphCxSpMiddle') =>
    `<p class=${kind} style='text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
lang=EN-GB>${text}<o:p></o:p></span></p>`

  test('headings, bold and italic stay; styles, spacing lines and o:p go', () => {
    const doc =
      word(`<h1><a name="_Toc1"></a><span lang=EN-GB style='mso-ansi-language:EN-GB'>Clusters meet Regions<o:p></o:p></span></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=EN-GB>Iași</span></b><span lang=EN-GB> hosts
the <i>third</i> meeting.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal style='margin-bottom:8.0pt'><span style='color:red;mso-highlight:yellow'>Register now.</span></p>`)
    expect(sketch(doc)).toBe('h2(Clusters meet Regions)\np(**Iași** hosts the _third_ meeting.)\np(Register now.)')
  })

  test('list paragraphs become lists, nested as they are shown', () => {
    const doc = word(
      `<p class=MsoNormal>Bring:</p>${item(1, '·', 'a badge', 'l0', 'MsoListParagraphCxSpFirst')}${item(2, 'o', 'printed')}${item(2, 'o', 'or on the phone')}${item(1, '·', 'slides', 'l0', 'MsoListParagraphCxSpLast')}<p class=MsoNormal>See you.</p>`,
    )
    expect(sketch(doc)).toBe(
      'p(Bring:)\nul(li(p(a badge) ul(li(p(printed)) li(p(or on the phone)))) li(p(slides)))\np(See you.)',
    )
  })

  test('numbered lists keep where they begin and how they count', () => {
    const doc = word(`${item(1, '3.', 'third', 'l1')}${item(1, '4.', 'fourth', 'l1')}${item(2, 'a)', 'letter', 'l1')}`)
    expect(sketch(doc)).toBe('ol.start=3(li(p(third)) li(p(fourth) ol.type=a(li(p(letter)))))')
  })

  test('two lists with a paragraph between stay two', () => {
    const doc = word(`${item(1, '1.', 'one')}<p class=MsoNormal>Then:</p>${item(1, '1.', 'again')}`)
    expect(sketch(doc)).toBe('ol(li(p(one)))\np(Then:)\nol(li(p(again)))')
  })

  test('comments go; what was struck in tracked changes stays struck, what was added is text', () => {
    const doc =
      word(`<p class=MsoNormal>The agenda<a style='mso-comment-reference:EE_1;mso-comment-date:20231101T1000'></a><span
class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1"
name="_msoanchor_1">[EE1]</a></span></span> is <del cite="mailto:Eva" datetime="2023">draft</del><ins cite="mailto:Eva">final</ins>.</p>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><p class=MsoCommentText>Really?</p></div></div>`)
    expect(sketch(doc)).toBe('p(The agenda is -draft-final.)')
  })

  test('tables keep their cells; widths and borders go', () => {
    const doc =
      word(`<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<thead><tr style='mso-yfti-irow:0'><td width=302 valign=top style='width:226.5pt'><p class=MsoNormal><b>Day</b></p></td><td width=302><p class=MsoNormal><b>City</b></p></td></tr></thead>
<tr><td width=302 colspan=2 valign=top><p class=MsoNormal>21 November<o:p></o:p></p></td></tr></table>`)
    expect(sketch(doc)).toBe('table(tr(th(p(**Day**)) th(p(**City**))) tr(td.colspan=2(p(21 November))))')
  })

  test('Word in the browser gives each item its own list', () => {
    const li = (level: number, text: string) =>
      `<div class="ListContainerWrapper SCXW1 BCX0"><ul class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="" data-font="Symbol" data-listid="1" data-aria-posinset="1" data-aria-level="${level}" role="listitem" class="OutlineElement Ltr"><p class="Paragraph SCXW1"><span data-contrast="auto" class="TextRun SCXW1" lang="EN-GB"><span class="NormalTextRun">${text}</span></span><span class="EOP SCXW1" data-ccp-props="{}">&nbsp;</span></p></li></ul></div>`
    const doc = pasted(`<div class="OutlineElement">${li(1, 'one')}${li(2, 'inside')}${li(1, 'two')}</div>`)
    expect(sketch(doc).replaceAll('\u00a0', '')).toBe('ul(li(p(one) ul(li(p(inside)))) li(p(two)))')
  })
})

describe('from Google Docs', () => {
  test('the bold that is none goes, bold by weight stays, lists are nested', () => {
    const doc =
      pasted(`<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-5f0c1a2b-7fff">
<h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial;font-weight:400;">Programme</span></h2>
<p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:700;font-style:normal;">Tuesday</span><span style="font-size:11pt;font-weight:400;">, in </span><span style="font-weight:400;font-style:italic;">Iași</span></p>
<ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Opening</span></p></li><ul style="margin-top:0;"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;">Welcome</span></p></li></ul></ul>
<p dir="ltr"><a href="https://www.google.com/url?q=https://clusters.example/agenda&amp;sa=D&amp;source=editors" style="text-decoration:none;"><span style="color:#1155cc;">Agenda</span></a></p></b><br class="Apple-interchange-newline">`)
    expect(sketch(doc)).toBe(
      'h2(Programme)\np(**Tuesday**, in _Iași_)\nul(li(p(Opening) ul(li(p(Welcome)))))\np([Agenda](https://clusters.example/agenda))',
    )
  })
})

describe('from web pages', () => {
  test('safe links stay; scripts, fragments and files of the disk become their text', () => {
    const doc =
      pasted(`<p><a href="https://clusters.example/a b" onclick="steal()" target="_blank">one</a> <a href="javascript:alert(1)">two</a>
<a href="#top">three</a> <a href="file:///C:/Users/eva/agenda.docx">four</a> <a href="mailto:info@clusters.example">five</a>
<a href="//cdn.example/x">six</a> <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnca.example%2F&amp;data=05">seven</a></p>`)
    expect(sketch(doc)).toBe(
      'p([one](https://clusters.example/a%20b) two three four [five](mailto:info@clusters.example) [six](https://cdn.example/x) [seven](https://nca.example/))',
    )
  })

  test('pictures of elsewhere are dropped with their captions, and counted; emoji become signs', () => {
    const onDropped = vi.fn()
    const doc = pasted(
      `<p>Great <img class="emoji" alt="🎉" src="https://s.w.org/party.svg"> day</p>
<figure><img src="https://elsewhere.example/hall.jpg" alt="Hall"><figcaption>The hall</figcaption></figure>
<p><img src="data:image/png;base64,AAAA">After</p><img src="https://t.example/p.gif" width="1" height="1">`,
      { onDropped },
    )
    expect(sketch(doc)).toBe('p(Great 🎉 day)\np(After)')
    expect(onDropped).toHaveBeenCalledExactlyOnceWith(2)
  })

  test('pictures and links of our own pages stay what they are', () => {
    const onDropped = vi.fn()
    const doc = pasted(
      `<figure><img src="/files/1/hall.jpg" alt="Hall" data-file="${FILE}" loading="lazy"><figcaption>The hall</figcaption></figure>
<p><a href="/cs/novinky/x" data-item="${FILE}">news</a></p>`,
      { onDropped },
    )
    expect(sketch(doc)).toBe(`image.file=${FILE}.caption=The hall()\np([news](${FILE}))`)
    expect(onDropped).not.toHaveBeenCalled()
  })

  test('headings of all levels come to levels 2 to 4', () => {
    const doc = pasted('<h1>a</h1><h3><strong>b</strong></h3><h6 style="font-size:99px">c</h6>')
    expect(sketch(doc)).toBe('h2(a)\nh3(b)\nh4(c)')
  })

  test('players become videos; other frames go', () => {
    const doc = pasted(
      '<p>Watch</p><iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"></iframe><iframe src="https://ads.example/"></iframe>',
    )
    expect(sketch(doc)).toBe('p(Watch)\nvideo.src=https://youtu.be/dQw4w9WgXcQ()')
  })

  test('underline, colours and hidden texts leave nothing but the text', () => {
    const doc = pasted(
      '<p style="font-weight:500"><u>a</u> <s>b</s> <mark>c</mark> <span style="display:none">secret</span><span hidden>more</span><sub>d</sub></p><style>p{}</style><script>x()</script>',
    )
    expect(sketch(doc)).toBe('p(a -b- c ~d~)')
  })

  test('programs keep their lines', () => {
    expect(sketch(pasted('<pre><code>if x:\n  go()\n</code></pre>'))).toBe('p(`if x:`⏎`\u00a0\u00a0go()`)')
  })

  test('a table for the looks is no table', () => {
    expect(sketch(pasted('<table><tr><td><p>News of the week</p></td></tr></table>'))).toBe('p(News of the week)')
  })

  test('a table with bad numbers is still one that can be stored', () => {
    const doc = pasted(
      '<table><tr><td colspan="0" align="right" style="text-align:right">a</td><td colspan="x">b</td></tr></table><ol start="-5" type="disc"><li>c</li></ol>',
    )
    expect(sketch(doc)).toBe('table(tr(td(p(a)) td(p(b))))\nol(li(p(c)))')
  })
})

test('invisible control characters are taken out of what is pasted', () => {
  expect(sketch(pasted('<p>a\u0008b\ufffec</p>'))).toBe('p(abc)')
})

test('pictures of another editor that is made as ours are told of, and its styles mean what they mean', () => {
  const onDropped = vi.fn()
  const doc = pasted(
    `<meta charset='utf-8'><h1 data-pm-slice="1 1 []" style="color:red">Minutes</h1><p><span style="font-weight:700">Bold</span></p>
<div data-node-type="mediaSingle"><img src="https://elsewhere.example/a.png" alt="hall"></div>`,
    { onDropped },
  )
  expect(sketch(doc)).toBe('h2(Minutes)\np(**Bold**)')
  expect(onDropped).toHaveBeenCalledExactlyOnceWith(1)
})
