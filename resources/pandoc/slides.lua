-- Shapes a report for slides: each div "slide" becomes one, what is in "notes" its speaker notes; looks fall away.

local function shown(image)
  if not image.src:match('^assets/%d+%.%a+$') then return nil end
  local words = pandoc.utils.stringify(image.caption)
  image.src = image.src:gsub('%.svg$', '.png')
  local file = io.open(image.src, 'rb')
  if not file then return nil end
  local types = { png = 'image/png', jpg = 'image/jpeg' }
  pandoc.mediabag.insert(image.src, types[image.src:match('%.(%a+)$')], file:read('a'))
  file:close()
  -- A caption would be set below the picture; what it shows belongs into its description, which pandoc takes from here.
  image.caption = {}
  image.title = words
  return image
end

local function figure(fig)
  local found
  fig:walk { Image = function(image) found = found or image end }
  local image = found and shown(found)
  return image and pandoc.Para { image } or fig.caption.long
end

local function list(definitions)
  local items = pandoc.List()
  for _, item in ipairs(definitions.content) do
    local words = pandoc.Inlines { pandoc.Strong(item[1]), pandoc.Space() }
    for _, blocks in ipairs(item[2]) do words:extend(pandoc.utils.blocks_to_inlines(blocks)) end
    items:insert(pandoc.Blocks { pandoc.Plain(words) })
  end
  return pandoc.BulletList(items)
end

local function div(part)
  if part.classes:includes('chart-data') then return {} end
  if part.classes:includes('label') or part.classes:includes('cell-label') then
    return pandoc.Para { pandoc.Strong(pandoc.utils.blocks_to_inlines(part.content)) }
  end
  if part.classes:includes('notes') then return nil end
  return part.content
end

local function span(part)
  return part.classes:includes('absent') and pandoc.Emph(part.content) or part.content
end

local function title(part, meta)
  local lines = pandoc.Inlines {}
  for _, block in ipairs(part.content) do
    if block.t == 'Header' then meta.title = pandoc.MetaInlines(block.content)
    elseif block.t == 'Div' and block.classes:includes('notes') then meta.notes = pandoc.MetaBlocks(block.content)
    else
      if #lines > 0 then lines:insert(pandoc.LineBreak()) end
      lines:extend(pandoc.utils.blocks_to_inlines(pandoc.Blocks { block }))
    end
  end
  meta.subtitle = pandoc.MetaInlines(lines)
end

function Pandoc(doc)
  doc = doc:walk { Div = function(part)
    if part.classes:includes('title-slide') or part.classes:includes('slide') then return nil end
    return div(part)
  end, Figure = figure, DefinitionList = list, Span = span, Header = function(header)
    header.identifier = ''
    return header
  end }
  local blocks = pandoc.Blocks {}
  for _, block in ipairs(doc.blocks) do
    if block.t == 'Div' and block.classes:includes('title-slide') then title(block, doc.meta)
    elseif block.t == 'Div' and block.classes:includes('slide') then blocks:extend(block.content)
    else blocks:insert(block) end
  end
  doc.blocks = blocks
  return doc
end
