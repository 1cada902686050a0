-- Takes out of a report by a template of the user's own what a page could do by itself: run programs, fetch files,
-- say more of itself than its title. What it is read into holds no text that any format reads as markup of its own.

local kept = { dir = true, lang = true }
local described = { title = true, author = true, lang = true }

local function attributes(attr)
  local left = {}
  for name, value in pairs(attr.attributes) do
    if kept[name] then left[name] = value end
  end
  return pandoc.Attr(attr.identifier, attr.classes, left)
end

local function clean(element)
  element.attr = attributes(element.attr)
  return element
end

local function leads_nowhere(target)
  local scheme = target:lower():gsub('[%s%c]', ''):match('^([%w+.-]*):')
  return scheme and scheme ~= 'http' and scheme ~= 'https' and scheme ~= 'mailto' or target:match('^[/\\]')
end

function Link(link)
  if leads_nowhere(link.target) then return link.content end
  return clean(link)
end

-- Only pictures that Casebook laid out beside the report are there to be shown.
function Image(image)
  if not image.src:match('^assets/%d+%.%a+$') then return image.caption end
  return clean(image)
end

function Math(math) return pandoc.Code(math.text) end
function RawInline() return {} end
function RawBlock() return {} end

local function rows(list)
  for _, row in ipairs(list) do
    row.attr = attributes(row.attr)
    for _, cell in ipairs(row.cells) do cell.attr = attributes(cell.attr) end
  end
end

function Table(grid)
  rows(grid.head.rows)
  rows(grid.foot.rows)
  grid.head.attr, grid.foot.attr = attributes(grid.head.attr), attributes(grid.foot.attr)
  for _, body in ipairs(grid.bodies) do
    body.attr = attributes(body.attr)
    rows(body.head)
    rows(body.body)
  end
  return clean(grid)
end

function Meta(meta)
  for name in pairs(meta) do
    if not described[name] then meta[name] = nil end
  end
  return meta
end

Div, Span, Code, CodeBlock, Header, Figure = clean, clean, clean, clean, clean, clean
