import io
import os
import time

from flask import Flask, Response, jsonify, render_template, request

app = Flask(__name__)


@app.get("/")
def index():
    return render_template("index.html")


@app.get("/numbers")
def numbers():
    import numpy as np

    return jsonify(total=int(np.arange(100).sum()))


@app.get("/linear")
def linear():
    import numpy as np

    a = np.array([[3.0, 1.0], [1.0, 2.0]])
    return jsonify([round(float(x), 6) for x in np.linalg.solve(a, np.array([9.0, 8.0]))])


@app.get("/frame")
def frame():
    import pandas as pd

    return Response(pd.DataFrame({"a": [1, 2], "b": [3, 4]}).to_csv(index=False), mimetype="text/csv")


@app.get("/picture/<kind>")
def picture(kind):
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (40, 20), "navy")
    ImageDraw.Draw(image).text((2, 2), "hi", font=ImageFont.load_default())
    out = io.BytesIO()
    image.save(out, kind)
    return Response(out.getvalue(), mimetype="application/octet-stream")


@app.get("/secret")
def secret():
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.asymmetric import ec

    key = Fernet(Fernet.generate_key())
    ec.generate_private_key(ec.SECP256R1())
    return key.decrypt(key.encrypt(b"kept"))


@app.get("/zone")
def zone():
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime(2024, 7, 1, tzinfo=ZoneInfo("Asia/Tokyo")).isoformat() + " " + time.strftime("%Z")


@app.get("/child")
def child():
    import subprocess

    return subprocess.run(["date", "-u", "+%Y"], capture_output=True, text=True, check=True).stdout


@app.get("/shell")
def shell():
    return os.popen("echo $((6 * 7)) | sed s/4/four/").read()


@app.get("/fetch")
def fetch():
    import requests

    try:
        requests.get("https://127.0.0.1:1/", timeout=1)
        return "?"
    except requests.exceptions.ConnectionError:
        return os.path.basename(requests.certs.where())


@app.get("/plugin/<name>")
def plugin(name):
    import importlib

    return importlib.import_module("plugins." + name).run()


@app.get("/database")
def database():
    import sqlite3

    with sqlite3.connect("/tmp/x.db") as db:
        db.execute("create table if not exists t (a)")
        db.execute("insert into t values (1)")
        return str(db.execute("select count(*) > 0 from t").fetchone()[0])


@app.get("/fail")
def fail():
    raise RuntimeError("on purpose")


@app.post("/upload")
def upload():
    return str(len(request.files["file"].read()))


@app.errorhandler(500)
def trouble(error):
    return render_template("errors/trouble.html"), 500


@app.errorhandler(404)
def missing(error):
    return render_template("errors/missing.html"), 404
