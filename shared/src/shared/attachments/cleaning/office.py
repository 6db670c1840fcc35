"""Word and Excel: the same text and numbers, without authors, dates, deleted text, machines and paths."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

from shared.attachments.cleaning import pictures
from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits

_DROPPED = re.compile(
    r"docProps/|customXml/|word/people|word/commentsExtended|word/commentsIds|word/commentsExtensible|xl/persons/|"
    r"xl/revisions/|xl/threadedComments/|printerSettings|\.thmx$|_xmlsignatures/|thumbnail",
    re.IGNORECASE,
)
_WHO_AND_WHEN = frozenset(
    {"author", "initials", "date", "dateUtc", "userId", "userName", "lastModifiedBy", "uid"}
)
_REVISIONS = frozenset(
    {"del", "moveFrom", "delText", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange",
     "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange", "cellDel"}
)  # fmt: skip
_ACCEPTED = frozenset({"ins", "moveTo"})
_SETTINGS = frozenset(
    {"rsids", "docVars", "attachedTemplate", "docId", "absPath", "fileSharing", "revisionPtr"}
)
_PICTURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8", "JPEG"), (b"\x89PNG", "PNG"), (b"GIF8", "GIF"), (b"RIFF", "WEBP"),
)  # fmt: skip
_NOT_A_MOMENT = (1980, 1, 1, 0, 0, 0)


def clean_office(content: bytes, limits: Limits) -> bytes:
    """Return the file rewritten part by part; changes are accepted, deleted text is gone. Raises: AttachmentRefused."""
    output = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(output, "w") as clean:
            for name, data in _parts(source, limits):
                entry = zipfile.ZipInfo(name, _NOT_A_MOMENT)
                entry.compress_type = zipfile.ZIP_DEFLATED
                clean.writestr(entry, data)
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        EOFError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ):
        raise AttachmentRefused("attachment_damaged") from None
    return output.getvalue()


def _parts(source: zipfile.ZipFile, limits: Limits) -> Iterator[tuple[str, bytes]]:
    for entry in source.infolist():
        if entry.is_dir() or _DROPPED.search(entry.filename):
            continue
        data = source.read(entry)
        name = entry.filename.lower()
        if name.endswith((".xml", ".rels", ".vml")):
            yield entry.filename, _clean_xml(data, _cleaner_of(name))
        else:
            yield entry.filename, _clean_picture(data, limits)


def _cleaner_of(name: str) -> Callable[[etree._Element], None]:
    if name == "[content_types].xml":
        return _without_dropped("PartName")
    return _without_dropped("Target") if name.endswith(".rels") else _clean_tree


def _clean_xml(data: bytes, clean: Callable[[etree._Element], None]) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    clean(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _without_dropped(attribute: str) -> Callable[[etree._Element], None]:
    """Return what takes out pointers to parts that are not there any more, and to places on somebody's machine."""

    def clean(root: etree._Element) -> None:
        for one in list(root):
            target = str(one.get(attribute, ""))
            if _DROPPED.search(target) or target.lower().startswith("file:"):
                root.remove(one)

    return clean


def _clean_tree(root: etree._Element) -> None:
    for one in list(root.iter()):
        word = etree.QName(one).localname
        if word in _REVISIONS or word in _SETTINGS:
            _take_out(one)
        elif word in _ACCEPTED and len(one):
            _unwrap(one)
        elif word == "author" and not len(one):
            one.text = ""
        for name in list(one.attrib):
            attribute = etree.QName(name).localname
            if attribute in _WHO_AND_WHEN or attribute.startswith("rsid"):
                if attribute == "author":
                    one.set(name, "")  # the format asks for one
                else:
                    del one.attrib[name]


def _take_out(one: etree._Element) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _unwrap(one: etree._Element) -> None:
    parent = one.getparent()
    if parent is None:
        return
    place = parent.index(one)
    for child in reversed(list(one)):
        parent.insert(place, child)
    parent.remove(one)


def _clean_picture(data: bytes, limits: Limits) -> bytes:
    for signature, kind in _PICTURES:
        if data.startswith(signature):
            return pictures.rewrite(data, kind, limits=limits)
    return data
