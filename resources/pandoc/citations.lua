-- Turns the citations of a report into those of the bibliography. Texts arrive as plain text and stay plain text:
-- nothing here reads markup out of them.

local function read(name)
  local file = io.open(name, 'r')
  if not file then return nil end
  local text = file:read('a')
  file:close()
  return text
end

local function plain(text)
  return pandoc.Inlines(pandoc.Str(text))
end

local AS_IT_IS = { id = true, type = true, issued = true, accessed = true }

-- One source as the metadata citeproc reads; every text wrapped so that it is taken literally.
local function reference(data)
  local made = {}
  for key, value in pairs(data) do
    if AS_IT_IS[key] and type(value) == 'string' then
      made[key] = value
    elseif key == 'author' then
      made[key] = pandoc.List(value):map(function(name)
        local one = {}
        for part, text in pairs(name) do one[part] = plain(text) end
        return one
      end)
    elseif type(value) == 'table' then
      made[key] = { literal = plain(value['literal']) }
    else
      made[key] = plain(value)
    end
  end
  return made
end

local function cite(span)
  if not span.classes:includes('citation') then return nil end
  local mode = span.classes:includes('in-text') and 'AuthorInText' or 'NormalCitation'
  local sources = pandoc.List()
  span.content:walk { Span = function(part)
    if part.classes:includes('cite') then
      local before, locator = part.attributes.before or '', part.attributes.locator or ''
      local prefix = before ~= '' and plain(before) or pandoc.Inlines {}
      local suffix = locator ~= '' and plain(', ' .. locator) or pandoc.Inlines {}
      sources:insert(pandoc.Citation(part.attributes.source, mode, prefix, suffix))
    end
  end }
  return pandoc.Cite({}, sources)
end

-- What the report says about each source goes to the end of its line in the bibliography.
local function with_notes(doc)
  local notes = {}
  doc = doc:walk { Div = function(div)
    local id = div.identifier:match('^about%-(s%d+)$')
    if id then
      notes['ref-' .. id] = div.content
      return {}
    end
  end }
  return doc:walk { Div = function(div)
    if div.classes:includes('csl-entry') then
      local note = notes[div.identifier]
      div.identifier = ''
      if note then div.content:extend(note) end
      return pandoc.Div(div.content, pandoc.Attr('', { 'source' }))
    end
  end }
end

function Pandoc(doc)
  local data = read('references.json')
  local sources = data and pandoc.json.decode(data, false) or {}
  if #sources == 0 then return doc end
  doc = doc:walk { Span = cite }
  doc.meta.references = pandoc.List(sources):map(reference)
  doc.meta.nocite = pandoc.Inlines { pandoc.Cite({}, { pandoc.Citation('*', 'NormalCitation') }) }
  doc.meta.csl = 'casebook.csl'
  doc.meta['link-citations'] = false
  doc = pandoc.utils.citeproc(doc)
  doc.meta.references, doc.meta.nocite, doc.meta.csl = nil, nil, nil
  return with_notes(doc):walk {
    Cite = function(cited) return cited.content end,
    Div = function(div)
      if div.identifier == 'refs' then return pandoc.Div(div.content, pandoc.Attr('', { 'sources' })) end
    end,
  }
end
