-- Converts what it is asked to, a line of JSON each, until there is nobody left to ask; the answer is a line too. What is
-- read is read in pandoc's sandbox, and what is written refers to nothing. Filters lie beside this file.

local plain = pandoc.WriterOptions { wrap_text = 'none' }

local function content(name)
  local file <close> = assert(io.open(name, 'rb'))
  return assert(file:read('a'))
end

local function put(name, text)
  local file <close> = assert(io.open(name, 'wb'))
  assert(file:write(text, '\n'))
end

local filters = {}

local function filter(name)
  if not filters[name] then
    local defined, held = {}, setmetatable({}, { __index = _G })
    assert(loadfile(name, 't', held))()
    for key, value in next, held do
      if type(value) == 'function' then defined[key] = value end
    end
    filters[name] = defined
  end
  return filters[name]
end

local function walked(document, by)
  return by and document:walk(by) or document
end

local works = {}

function works.typst(asked, by)
  local document = walked(pandoc.read(content(asked.source), 'html', nil, {}), by)
  put(asked.made, pandoc.write(document, 'typst', plain))
end

function works.citations(asked, by)
  local document = pandoc.read(content(asked.source), 'json', nil, {})
  document.meta.csl = asked.style
  put(asked.made, pandoc.write(walked(pandoc.utils.citeproc(document), by), 'html', plain))
end

for line in io.lines() do
  local done, said = pcall(function()
    local asked = pandoc.json.decode(line, false)
    local by = asked.filter and filter(asked.filter)
    pandoc.system.with_working_directory(asked.folder, function() works[asked.work](asked, by) end)
  end)
  io.write(done and 'done' or 'failed ' .. tostring(said):gsub('%s+', ' '), '\n')
  io.flush()
  collectgarbage()
end
