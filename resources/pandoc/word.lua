-- Shapes a report for word processors: title and headings by their real styles, looks as named styles, pictures from
-- the job folder only. Used for docx and odt.

local styles = {
  kicker = 'Kicker', under = 'Under', ['made-of'] = 'Under', marks = 'Marks', lead = 'Lead', label = 'Label', ['cell-label'] = 'CellLabel',
  ['facts-line'] = 'Facts', evidence = 'Evidence', missing = 'Missing', closing = 'Closing', note = 'Note', speaker = 'Speaker', quoted = 'Quoted', source = 'SourceLine',
  ruled = 'Ruled', ['ruled-rest'] = 'Ruled', boxed = 'Boxed',
}
local characters = { absent = 'Absent', grade = 'Grade', ['fact-label'] = 'FactLabel' }

local house = {}
do
  local file = io.open('facts.json', 'r')
  if file then
    house = pandoc.json.decode(file:read('a'), false)
    file:close()
  end
end

local TAB = FORMAT == 'docx' and pandoc.RawInline('openxml', '<w:r><w:tab/></w:r>')
  or pandoc.RawInline('opendocument', '<text:tab/>')

local function styled(name, blocks)
  return pandoc.Div(blocks, pandoc.Attr('', {}, { ['custom-style'] = name }))
end

-- The title block alone on the first page.
local function cover(div)
  local made = pandoc.Blocks { styled('CoverSpace', { pandoc.Para { pandoc.Str('\u{a0}') } }) }
  made:extend(div.content)
  if FORMAT == 'docx' then
    made:insert(pandoc.RawBlock('openxml', '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'))
  else
    made:insert(styled('CoverEnd', { pandoc.Para { pandoc.Str('\u{a0}') } }))
  end
  return pandoc.Div(made)
end

-- Label, tab, value: reads aloud in the right order, and stays editable as plain paragraphs.
local function facts(div)
  local made = pandoc.Blocks {}
  for _, list in ipairs(div.content) do
    if list.t == 'DefinitionList' then
      for _, item in ipairs(list.content) do
        local words = pandoc.Inlines(item[1])
        words:insert(TAB)
        for _, blocks in ipairs(item[2]) do words:extend(pandoc.utils.blocks_to_inlines(blocks)) end
        made:insert(pandoc.Para(words))
      end
    end
  end
  return styled('Fact', made)
end

local function image(img)
  if not img.src:match('^assets/%d+%.%a+$') then return img.caption end
  img.src = img.src:gsub('%.svg$', '.png')
  local file = io.open(img.src, 'rb')
  if not file then return img.caption end
  local data = file:read('a')
  file:close()
  local types = { png = 'image/png', jpg = 'image/jpeg', gif = 'image/gif' }
  pandoc.mediabag.insert(img.src, types[img.src:match('%.(%a+)$')], data)
  local size = pandoc.image.size(data)
  local width = size.width / (size.dpi_horz > 0 and size.dpi_horz or 96)
  local height = size.height / (size.dpi_vert > 0 and size.dpi_vert or 96)
  -- The text is 6.5 inches wide; a picture may be at most that and two thirds of a page high.
  local scale = math.min(1, 6.4 / width, 6.5 / height)
  img.attributes.width = string.format('%.2fin', width * scale)
  img.attributes.height = string.format('%.2fin', height * scale)
  if FORMAT == 'docx' then return img end
  -- pandoc leaves the words for those who cannot see the picture out of OpenDocument; they are put in afterwards.
  local said = pandoc.utils.stringify(img.caption):gsub('[&<>-]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['-'] = '&#45;' })
  return { img, pandoc.RawInline('opendocument', '<!--alt:' .. said .. '-->') }
end

-- Anchors of our own are kept; a book has many headings of the first level, of which the first is its title.
local function is_anchor(name)
  return name:match('^%u%a+_%d+$') ~= nil
end

local book, titled = false, false

local function header(heading)
  if not is_anchor(heading.identifier) then heading.identifier = '' end
  if heading.level == 1 and not titled then
    titled = true
    return styled('Title', { pandoc.Para(heading.content) })
  end
  if not book then heading.level = heading.level - 1 end
  return heading
end

-- The page an anchor stands on: a field that the word processor works out.
local function page_of(anchor)
  if FORMAT == 'docx' then
    return pandoc.RawInline('openxml', '<w:fldSimple w:instr=" PAGEREF ' .. anchor .. ' \\h " w:dirty="true"><w:r><w:t>–</w:t></w:r></w:fldSimple>')
  end
  return pandoc.RawInline('opendocument', '<text:bookmark-ref text:reference-format="page" text:ref-name="' .. anchor .. '">–</text:bookmark-ref>')
end

local function target(inlines)
  for _, part in ipairs(inlines) do
    local anchor = part.t == 'Link' and part.target:match('^#(.+)$')
    if anchor and is_anchor(anchor) then return anchor end
  end
end

local function contents(div)
  local made = pandoc.Blocks {}
  for _, block in ipairs(div.content) do
    if block.t == 'BulletList' then
      for _, item in ipairs(block.content) do
        local words = pandoc.utils.blocks_to_inlines(item)
        local anchor = target(words)
        if anchor then words:extend { TAB, page_of(anchor) } end
        made:insert(styled('Contents', { pandoc.Para(words) }))
      end
    else
      made:insert(styled('Lead', { block }))
    end
  end
  return made
end

local function new_page()
  return styled('NewPage', { pandoc.Para { pandoc.Str('\u{a0}') } })
end

function Pandoc(doc)
  local titles = 0
  doc:walk { Header = function(heading) if heading.level == 1 then titles = titles + 1 end end }
  book = titles > 1
  doc = doc:walk { Image = image, Header = header }
  doc = doc:walk {
    traverse = 'topdown',
    Div = function(div)
      if div.attributes['custom-style'] then return nil end
      if div.classes:includes('facts') then return facts(div) end
      if div.classes:includes('title-block') and house.cover and house.look == 'report' then return cover(div) end
      if div.classes:includes('chart-data') or div.classes:includes('notes') then return {} end
      if div.classes:includes('chapter') or div.classes:includes('contents') then
        local made = pandoc.Blocks { new_page() }
        made:extend(div.classes:includes('contents') and contents(div) or div.content)
        return made
      end
      for _, class in ipairs(div.classes) do
        if styles[class] then
          return styled(styles[class], div.content)
        end
      end
    end,
    Span = function(span)
      if span.classes:includes('footnote') then return pandoc.Note { pandoc.Para(span.content) } end
      if span.classes:includes('leads-to') then
        local anchor = target(span.content)
        if not anchor then return span.content end
        local words = pandoc.Inlines(span.content)
        words:extend { pandoc.Str(' ('), page_of(anchor), pandoc.Str(')') }
        return words
      end
      for _, class in ipairs(span.classes) do
        if characters[class] then
          return pandoc.Span(span.content, pandoc.Attr('', {}, { ['custom-style'] = characters[class] }))
        end
      end
    end,
  }
  return doc
end
