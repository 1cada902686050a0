-- Writes the parts of a report whose look is in look.typ as calls of the functions defined there. All text is still
-- written, and escaped, by pandoc.

local looks = {
  ['title-block'] = 'title-block', kicker = 'kicker', under = 'under', ['made-of'] = 'made-of', marks = 'marks', lead = 'lead', label = 'label-line',
  ['cell-label'] = 'cell-label', ['facts-line'] = 'facts-line', evidence = 'evidence', missing = 'missing',
  closing = 'closing', note = 'note', speaker = 'speaker', quoted = 'quoted', entry = 'entry', source = 'source', boxed = 'boxed', card = 'card', whole = 'whole', ['new-page'] = 'new-page',
  cover = 'cover', contents = 'contents', chapter = 'new-page', slide = 'slide', ['title-slide'] = 'title-slide',
}

local function raw(text)
  return pandoc.RawBlock('typst', text)
end

local function quoted(text)
  text = text:gsub('\\', '\\\\'):gsub('"', '\\"'):gsub('[\r\n\t]', ' ')
  return '"' .. text .. '"'
end

local function wrapped(name, blocks)
  local made = pandoc.Blocks { raw('#' .. name .. '[') }
  made:extend(blocks)
  made:insert(raw(']'))
  return made
end

local function is_ours(source)
  return source:match('^assets/%d+%.%a+$') ~= nil
end

local function facts(div)
  local made = pandoc.Blocks { raw('#facts(') }
  for _, list in ipairs(div.content) do
    if list.t == 'DefinitionList' then
      for _, item in ipairs(list.content) do
        made:extend { raw('['), pandoc.Plain(item[1]), raw('], [') }
        for _, blocks in ipairs(item[2]) do made:extend(blocks) end
        made:insert(raw('],'))
      end
    end
  end
  made:insert(raw(')'))
  return made
end

function Div(div)
  -- Between two pieces of a report that are converted in one run and kept apart.
  if div.classes:includes('cut') then return raw('// ' .. quoted(div.attributes.mark or '')) end
  if div.attributes.dir == 'rtl' then return wrapped('right-to-left', div.content) end
  if div.classes:includes('facts') then return facts(div) end
  -- The list of links in the contents is for screens; in print Typst knows the pages.
  if div.classes:includes('contents') then
    return wrapped('contents', div.content:filter(function(block) return block.t ~= 'BulletList' end))
  end
  if div.classes:includes('ruled') then return raw('#ruled(' .. #div.content .. ')') end
  if div.classes:includes('ruled-rest') then return raw('#ruled-rest') end
  if div.classes:includes('chart-data') or div.classes:includes('notes') then return {} end
  for _, class in ipairs(div.classes) do
    if looks[class] then return wrapped(looks[class], div.content) end
  end
  return div.content
end

function Span(span)
  if span.classes:includes('footnote') then return pandoc.Note { pandoc.Para(span.content) } end
  local made
  if span.attributes.dir == 'rtl' then made = 'right-to-left-words'
  elseif span.classes:includes('absent') then made = 'absent'
  elseif span.classes:includes('grade') then made = 'grade'
  elseif span.classes:includes('fact-label') then made = 'fact-label'
  elseif span.classes:includes('leads-to') then
    local inlines = pandoc.Inlines(span.content)
    for _, part in ipairs(span.content) do
      local anchor = part.t == 'Link' and part.target:match('^#(%u%a+_%d+)$')
      if anchor then inlines:insert(pandoc.RawInline('typst', '#page-of(<' .. anchor .. '>)')) end
    end
    return inlines
  else return span.content end
  local inlines = pandoc.Inlines { pandoc.RawInline('typst', '#' .. made .. '[') }
  inlines:extend(span.content)
  inlines:insert(pandoc.RawInline('typst', ']'))
  return inlines
end

function Image(image)
  if not is_ours(image.src) then return image.caption end
  local alt = quoted(pandoc.utils.stringify(image.caption))
  local outlined = image.src:gsub('%.svg$', '.outlines.png')
  local file = io.open(outlined, 'rb')
  if file then
    file:close()
    image.src = outlined
  end
  return pandoc.RawInline('typst', '#picture("' .. image.src .. '", ' .. alt .. ')')
end

function Figure(figure)
  local image
  figure.content:walk { RawInline = function(part)
    if part.text:match('^#picture%(') then image = part.text:gsub('^#', '') end
  end }
  if not image then return figure.content end
  local made = pandoc.Blocks { raw('#captioned(' .. image .. ')[') }
  made:extend(figure.caption.long)
  made:insert(raw(']'))
  return made
end

local function simple(grid)
  local plain = true
  local function check(rows)
    for _, row in ipairs(rows) do
      for _, cell in ipairs(row.cells) do
        if cell.row_span ~= 1 or cell.col_span ~= 1 then plain = false end
      end
    end
  end
  check(grid.head.rows)
  for _, body in ipairs(grid.bodies) do check(body.body) end
  return plain and #grid.foot.rows == 0
end

function Table(grid)
  if not simple(grid) then return nil end
  local widths = pandoc.List()
  for _, spec in ipairs(grid.colspecs) do
    local width = spec[2]
    widths:insert(type(width) == 'number' and width > 0 and string.format('%.4ffr', width) or '1fr')
  end
  local made = pandoc.Blocks { raw('#report-table(columns: (' .. table.concat(widths, ', ') .. ',), header: (') }
  local function put(rows)
    for _, row in ipairs(rows) do
      for _, cell in ipairs(row.cells) do
        made:insert(raw('['))
        made:extend(cell.contents)
        made:insert(raw('],'))
      end
    end
  end
  put(grid.head.rows)
  made:insert(raw('),'))
  for _, body in ipairs(grid.bodies) do
    put(body.head)
    put(body.body)
  end
  made:insert(raw(')'))
  if #grid.caption.long > 0 then
    made:extend(wrapped('table-caption', grid.caption.long))
  end
  return made
end

-- Anchors of our own begin with a capital; those pandoc makes of what headings say could clash with labels of Typst.
function Header(header)
  if not header.identifier:match('^%u%a+_%d+$') then header.identifier = '' end
  return header
end
