"""A presentation to take masters from: the parts of pandoc's own, and what tests put into it."""

import io
import zipfile

from PIL import Image

from casebook.publishing.slide_masters import pattern_of

LAYOUT, THEME = "ppt/slideLayouts/slideLayout{}.xml", "ppt/theme/theme1.xml"
LINKS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
SECRET = "Colonel Secret"


def photo(size=(40, 30), secret=SECRET):
    made, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = secret  # the artist
    Image.new("RGB", size, "#1E7A3C").save(made, "JPEG", exif=exif)
    return made.getvalue()


def with_shape(part, shape):
    """A part with one shape more, and the namespaces that shapes use."""
    return part.replace(b"</p:spTree>", shape.encode() + b"</p:spTree>")


def with_link(links, link_id, target, more=""):
    link = f'<Relationship Id="{link_id}" Type="{IMAGE}" Target="{target}" {more}/></Relationships>'
    return links.replace(b"</Relationships>", link.encode())


def picture(link_id, name="Crest"):
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="77" name="{name}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{link_id}"/></p:blipFill><p:spPr/></p:pic>'
    )


def parts_of(kept):
    with zipfile.ZipFile(io.BytesIO(pattern_of(kept))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
