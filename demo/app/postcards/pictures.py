"""Turns drawings into files."""

import io

from flask import abort
from PIL import Image

TYPES = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP", "gif": "GIF", "tiff": "TIFF"}


def encode(picture, kind):
    if kind not in TYPES:
        abort(404)
    out = io.BytesIO()
    picture.save(out, TYPES[kind])
    return out.getvalue(), Image.MIME[TYPES[kind]]
