-- Shapes a report for e-readers: pictures from the job's folder become part of the book, its facts its metadata.

local facts = {}

function Meta(meta)
  local file = io.open('facts.json', 'r')
  if not file then return nil end
  facts = pandoc.json.decode(file:read('a'), false)
  file:close()
  meta.title = facts.title
  meta.author = pandoc.MetaList(facts.authors)
  meta.lang = facts.lang
  meta.accessModes = pandoc.MetaList { 'textual', 'visual' }
  meta.date = string.format('%04d-%02d-%02d', facts.day[1], facts.day[2], facts.day[3])
  return meta
end

function Image(image)
  if not image.src:match('^assets/%d+%.%a+$') then return image.caption end
  local file = io.open(image.src, 'rb')
  if not file then return image.caption end
  local types = { png = 'image/png', jpg = 'image/jpeg', svg = 'image/svg+xml' }
  pandoc.mediabag.insert(image.src, types[image.src:match('%.(%a+)$')], file:read('a'))
  file:close()
  return image
end

function Span(span)
  if span.attributes.dir or #span.classes > 0 then return nil end
  return span.content
end

-- A title stands before its block: only headings that stand by themselves begin a chapter.
local function Pandoc(doc)
  local blocks = pandoc.Blocks {}
  doc.blocks = doc.blocks:walk { Div = function(div)
    if div.classes:includes('chapter') or div.classes:includes('cover') then return div.content end
  end }
  for _, block in ipairs(doc.blocks) do
    if block.t == 'Div' and block.classes:includes('title-block') then
      local rest = pandoc.Blocks {}
      for _, inner in ipairs(block.content) do
        (inner.t == 'Header' and blocks or rest):insert(inner)
      end
      block.content = rest
    end
    blocks:insert(block)
  end
  doc.blocks = blocks
  return doc
end

return { { Meta = Meta }, { Image = Image, Span = Span }, { Pandoc = Pandoc } }
