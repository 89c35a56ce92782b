from xml.etree import ElementTree

MEDIA_TYPE = "application/xml"


def export(notes):
    root = ElementTree.Element("notes")
    for key, text in notes:
        ElementTree.SubElement(root, "note", id=str(key)).text = text
    return ElementTree.tostring(root)
