-- Shapes a report for Markdown: looks fall away, tables whose cells hold more than a line become lists.

local function one_line(blocks)
  return #blocks == 0 or #blocks == 1 and (blocks[1].t == 'Plain' or blocks[1].t == 'Para')
end

local function small(grid)
  for _, body in ipairs(grid.bodies) do
    for _, row in ipairs(body.body) do
      for _, cell in ipairs(row.cells) do
        if not one_line(cell.contents) then return false end
      end
    end
  end
  return true
end

local function as_list(grid)
  local heads = pandoc.List()
  for _, row in ipairs(grid.head.rows) do
    for _, cell in ipairs(row.cells) do heads:insert(pandoc.utils.blocks_to_inlines(cell.contents)) end
  end
  local items = pandoc.List()
  for _, body in ipairs(grid.bodies) do
    for _, row in ipairs(body.body) do
      local item = pandoc.Blocks {}
      for number, cell in ipairs(row.cells) do
        if #cell.contents > 0 then
          local head = heads[number] or pandoc.Inlines {}
          local label = pandoc.Inlines { pandoc.Strong(head), pandoc.Str(':'), pandoc.Space() }
          if one_line(cell.contents) then
            label:extend(cell.contents[1].content)
            item:insert(pandoc.Para(label))
          else
            item:insert(pandoc.Para(label))
            item:extend(cell.contents)
          end
        end
      end
      items:insert(item)
    end
  end
  return pandoc.BulletList(items)
end

function Table(grid)
  if not small(grid) then return as_list(grid) end
end

function DefinitionList(list)
  local items = pandoc.List()
  for _, item in ipairs(list.content) do
    local words = pandoc.Inlines { pandoc.Strong(item[1]), pandoc.Str(':'), pandoc.Space() }
    for _, blocks in ipairs(item[2]) do words:extend(pandoc.utils.blocks_to_inlines(blocks)) end
    items:insert(pandoc.Blocks { pandoc.Plain(words) })
  end
  return pandoc.BulletList(items)
end

function Div(div)
  if div.classes:includes('label') or div.classes:includes('cell-label') then
    return pandoc.Para { pandoc.Strong(pandoc.utils.blocks_to_inlines(div.content)) }
  end
  if div.classes:includes('evidence') then return pandoc.BlockQuote(div.content) end
  if div.classes:includes('ruled') or div.classes:includes('ruled-rest') then return {} end
  if div.classes:includes('chart-data') or div.classes:includes('notes') then return {} end
  return div.content
end

function Span(span)
  if span.classes:includes('footnote') then return pandoc.Note { pandoc.Para(span.content) } end
  if span.classes:includes('absent') then return pandoc.Emph(span.content) end
  if span.classes:includes('grade') then return pandoc.Inlines { pandoc.Str('['), pandoc.Span(span.content), pandoc.Str(']') } end
  if span.classes:includes('fact-label') then
    local words = pandoc.Inlines(span.content)
    words:insert(pandoc.Str(':'))
    return words
  end
  return span.content
end

-- Anchors do not outlive the way to Markdown.
function Link(link)
  if link.target:match('^#') then return link.content end
end

function Image(image)
  return image.caption
end

-- What a drawing says in words stays, where it says more than its caption.
function Figure(figure)
  local caption = pandoc.utils.blocks_to_inlines(figure.caption.long)
  local words = pandoc.Inlines(figure.content[1] and pandoc.utils.blocks_to_inlines(figure.content) or {})
  local made = pandoc.Blocks { pandoc.Para { pandoc.Emph(caption) } }
  if #words > 0 and not pandoc.utils.stringify(caption):find(pandoc.utils.stringify(words), 1, true) then
    made:insert(pandoc.Para(words))
  end
  return made
end

function Header(header)
  header.identifier = ''
  return header
end
