import numpy
from PIL import Image, ImageDraw, ImageFont


def draw(text):
    y, x = numpy.mgrid[0:300, 0:480]
    blue = 150 + 60 * numpy.sin(x / 24 + 3 * numpy.sin(y / 40))
    pixels = numpy.stack([blue / 4, blue / 1.5, blue], axis=-1).astype("uint8")
    picture = Image.fromarray(pixels, "RGB")
    ImageDraw.Draw(picture).text((240, 150), text[:40], font=ImageFont.load_default(36), fill="white", anchor="mm")
    return picture
