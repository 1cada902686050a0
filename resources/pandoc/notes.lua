-- Leaves the notes of a citation style where they stand, as spans that the filters of each format know.

function Note(note)
  return pandoc.Span(pandoc.utils.blocks_to_inlines(note.content), pandoc.Attr('', { 'footnote' }))
end
