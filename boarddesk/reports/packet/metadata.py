"""What a book says of itself: title, author, subject, in both forms that readers look for."""

from collections.abc import Mapping
from datetime import datetime
from xml.sax.saxutils import escape

from pikepdf import Dictionary, Name, Pdf, Stream, String

LANGUAGE = "en-US"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{entries}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
FORMS = {
    "/Title": '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>',
    "/Author": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
    "/Subject": '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>',
    "/Keywords": "<pdf:Keywords>{}</pdf:Keywords>",
    "/Creator": "<xmp:CreatorTool>{}</xmp:CreatorTool>",
}


def describe(pdf: Pdf, info: Mapping[str, str], created: datetime | None) -> None:
    """Title, author and so on, the language, and that readers show the title in place of the file's name."""
    told = {key: value for key, value in info.items() if value}
    for key, value in told.items():
        pdf.docinfo[key] = String(value)
    entries = [FORMS[key].format(escape(value)) for key, value in told.items()]
    entries.append(f"<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>")
    if created is not None:
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = String(f"D:{created:%Y%m%d%H%M%S}")
        moment = f"{created:%Y-%m-%dT%H:%M:%S}"
        entries += [f"<xmp:CreateDate>{moment}</xmp:CreateDate>", f"<xmp:ModifyDate>{moment}</xmp:ModifyDate>"]
    root = pdf.Root
    root.Lang = String(LANGUAGE)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    stream = Stream(pdf, XMP.format(entries="\n".join(entries)).encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    root.Metadata = pdf.make_indirect(stream)
