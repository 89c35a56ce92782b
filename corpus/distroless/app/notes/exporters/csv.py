import csv
import io

MEDIA_TYPE = "text/csv"


def export(notes):
    out = io.StringIO()
    csv.writer(out).writerows(notes)
    return out.getvalue()
