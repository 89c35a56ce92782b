from PIL import Image, ImageDraw, ImageFont


def draw(text):
    picture = Image.new("RGB", (480, 300), "#fdf6e3")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((8, 8, 471, 291), outline="#b58900", width=4)
    pen.text((240, 150), text[:40], font=ImageFont.load_default(36), fill="#073642", anchor="mm")
    return picture
