import io
import lzma
import tarfile

MEDIA_TYPE = "application/x-xz"


def export(notes):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for key, text in notes:
            body = text.encode()
            entry = tarfile.TarInfo(f"{key}.txt")
            entry.size = len(body)
            archive.addfile(entry, io.BytesIO(body))
    return lzma.compress(out.getvalue())
