-- Shapes a report for the web: pictures become part of the page, nothing is fetched from anywhere.

local pictures = {}
local noted = false

-- The house style: each word as plain text, which pandoc escapes where the page holds it.
local function dressed(meta)
  local file = io.open('facts.json', 'r')
  if not file then return meta end
  local facts = pandoc.json.decode(file:read('a'), false)
  file:close()
  for _, name in ipairs { 'organisation', 'line', 'accent', 'accent_dark', 'page_size', 'family' } do
    if facts[name] and facts[name] ~= '' then meta['house-' .. name] = pandoc.MetaString(facts[name]) end
  end
  if facts.organisation ~= '' or facts.logo ~= '' then meta['house-letterhead'] = pandoc.MetaBool(true) end
  if facts.lettering == 'sans' then meta['house-sans'] = pandoc.MetaBool(true) end
  if facts.cover and facts.look == 'report' then meta['house-cover'] = pandoc.MetaBool(true) end
  if facts.logo ~= '' and pictures[facts.logo] then meta['house-logo'] = pandoc.MetaString(pictures[facts.logo]) end
  return meta
end

function Meta(meta)
  local file = io.open('assets.json', 'r')
  if file then
    pictures = pandoc.json.decode(file:read('a'), false)
    file:close()
  end
  return dressed(meta)
end

function Image(image)
  local data = pictures[image.src]
  if not data then return image.caption end
  image.src = data
  return image
end

function Span(span)
  if span.classes:includes('footnote') then
    noted = true
    return pandoc.Note { pandoc.Para(span.content) }
  end
  if span.attributes.dir or #span.classes > 0 then return nil end
  return span.content
end

-- The data behind a drawing, folded away until it is asked for; its first paragraph says what it is.
local function Div(div)
  if not div.classes:includes('chart-data') then return nil end
  local made = pandoc.Blocks { pandoc.RawBlock('html', '<details><summary>') }
  made:insert(pandoc.Plain(div.content[1].content))
  made:insert(pandoc.RawBlock('html', '</summary>'))
  for number = 2, #div.content do made:insert(div.content[number]) end
  made:insert(pandoc.RawBlock('html', '</details>'))
  return made
end

local function shown(meta)
  if noted then meta.noted = pandoc.MetaBool(true) end
  return meta
end

return { { Meta = Meta }, { Image = Image, Span = Span, Div = Div }, { Meta = shown } }
