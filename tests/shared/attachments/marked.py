"""One file of every format that tells on its maker wherever the format lets it: each such place holds the marker."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Mapping

import openpyxl
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as Drawing
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.shared.attachments.files import MARKER, box, gif, jpeg, mp3, png, saved, wav, webp, zipped
from tests.shared.attachments.files import picture as plain_picture

BODY = "反映问题：某街道补贴发放不公开。"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_BASE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
SAMPLE = b"\x21\x10\x05" + b"picture or sound" * 8


def pdf() -> bytes:
    """Return a page with a photograph, a remark, a description and metadata of all kinds."""
    document = Pdf.new()
    page = document.add_blank_page(page_size=(200, 200))
    photo = Stream(document, jpeg())
    photo.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=48, Height=32, ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
        Filter=Name.DCTDecode, Metadata=Stream(document, MARKER.encode()),
    )  # fmt: skip
    page.Resources = Dictionary(XObject=Dictionary(Im0=photo))
    page.Contents = Stream(document, b"q 48 0 0 32 10 10 cm /Im0 Do Q")
    page.PieceInfo = Dictionary(App=Dictionary(Private=String(MARKER)))
    page.Annots = Array(
        [document.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(BODY), T=String(MARKER),
                       NM=String(MARKER), M=String(MARKER))
        )]
    )  # fmt: skip
    document.docinfo[Name.Author] = String(MARKER)
    document.docinfo[Name.Producer] = String(MARKER)
    with document.open_metadata() as metadata:
        metadata["dc:creator"] = [MARKER]
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def docx() -> bytes:
    """Return a Word document with authors, a deletion, a remark, a thumbnail and a photograph."""
    who = f'w:author="{MARKER}" w:date="2026-01-01T10:11:12Z" w:rsidR="00AB12CD" w:initials="{MARKER}"'
    body = (
        f'<w:document {_W}><w:body><w:p w:rsidR="00AB12CD"><w:ins w:id="1" {who}><w:r><w:t>{BODY}</w:t></w:r></w:ins>'
        f'<w:del w:id="2" {who}><w:r><w:delText>{MARKER}</w:delText></w:r></w:del></w:p></w:body></w:document>'
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{_BASE}document.main+xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType="x"/><Override PartName="/word/people.xml" '
            'ContentType="x"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="main" '
            'Target="word/document.xml"/><Relationship Id="r2" Type="core" Target="docProps/core.xml"/></Relationships>',
            "word/document.xml": body,
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="t" Target="file:///C:/Users/{MARKER}/a.dotx"/></Relationships>',
            "word/comments.xml": f'<w:comments {_W}><w:comment w:id="1" {who}><w:p/></w:comment></w:comments>',
            "word/people.xml": f"<people>{MARKER}</people>",
            "word/settings.xml": f'<w:settings {_W}><w:rsids><w:rsid w:val="{MARKER}"/></w:rsids><w:docVars>'
            f'<w:docVar w:name="a" w:val="{MARKER}"/></w:docVars></w:settings>',
            "word/media/image1.jpeg": jpeg(),
            "docProps/core.xml": f"<coreProperties><creator>{MARKER}</creator></coreProperties>",
            "docProps/app.xml": f"<Properties><Company>{MARKER}</Company></Properties>",
            "docProps/thumbnail.jpeg": jpeg(),
            "customXml/item1.xml": f"<a>{MARKER}</a>",
        }
    )


def xlsx() -> bytes:
    """Return a workbook with an author, a remark, a path of somebody's machine and a photograph."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = BODY
    sheet["A1"].comment = Comment("说明", MARKER)
    sheet.add_image(Drawing(io.BytesIO(jpeg())), "C3")
    book.properties.creator = book.properties.lastModifiedBy = MARKER
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def marked_mp3() -> bytes:
    """Return frames between an ID3v2 tag and an ID3v1 tag, with an APE tag before the latter."""
    text = b"TPE1" + struct.pack(">I", len(MARKER) + 1) + b"\0\0\3" + MARKER.encode()
    tag = b"ID3\x03\0\0" + bytes([0, 0, 0, len(text)]) + text
    behind = b"APETAGEX" + MARKER.encode() + b"TAG" + MARKER.encode().ljust(125, b"\0")
    return mp3(tag=tag) + behind


def marked_wav() -> bytes:
    """Return a wave with a broadcaster's description and a list of texts."""
    plain, text = wav(), MARKER.encode()
    chunks = b"".join(
        kind + struct.pack("<I", len(text)) + text for kind in (b"bext", b"LIST", b"iXML", b"id3 ")
    )
    return b"RIFF" + struct.pack("<I", len(plain) - 8 + len(chunks)) + plain[8:] + chunks


def container(brand: bytes, kind: bytes) -> bytes:
    """Return a film or sound with a second track that holds places, texts everywhere, and the maker's box."""
    text = MARKER.encode()
    head = box(b"ftyp", brand + b"\0\0\2\0isommp42")
    size = len(head) + len(_moov(kind, 0, 0, text))
    first = size + 8 + len(text)
    moov = _moov(kind, first, first + len(SAMPLE), text)
    return head + moov + box(b"mdat", text + SAMPLE + text * 3) + box(b"uuid", text) + box(b"free", text)


def _moov(kind: bytes, sound_at: int, places_at: int, text: bytes) -> bytes:
    udta = box(b"udta", box(b"\xa9xyz", text) + box(b"meta", text))
    tracks = _trak(kind, sound_at, len(SAMPLE), text) + _trak(b"meta", places_at, len(text), text)
    return box(b"moov", box(b"mvhd", b"\0\0\0\0" + text[:8] + bytes(88)) + tracks + udta + box(b"meta", text))


def _trak(handler: bytes, offset: int, size: int, text: bytes) -> bytes:
    def full(kind: bytes, *numbers: int) -> bytes:
        return box(kind, bytes(4) + struct.pack(f">{len(numbers)}I", *numbers))

    table = box(
        b"stbl",
        full(b"stsd", 0) + full(b"stsz", 0, 1, size) + full(b"stsc", 1, 1, 1, 1) + full(b"stco", 1, offset),
    )
    hdlr = box(b"hdlr", bytes(8) + handler + bytes(12) + text + b"\0")
    mdia = box(b"mdia", box(b"mdhd", bytes(4) + text[:8] + bytes(12)) + hdlr + box(b"minf", table))
    return box(b"trak", box(b"tkhd", bytes(4) + text[:8] + bytes(72)) + mdia + box(b"udta", text))


MARKED: Mapping[str, Callable[[], bytes]] = {
    "jpeg": jpeg,
    "png": png,
    "webp": webp,
    "gif": gif,
    "pdf": pdf,
    "docx": docx,
    "xlsx": xlsx,
    "mp3": marked_mp3,
    "wav": marked_wav,
    "m4a": lambda: container(b"M4A ", b"soun"),
    "mp4": lambda: container(b"isom", b"vide"),
}
__all__ = ["BODY", "MARKED", "SAMPLE", "plain_picture", "saved"]
