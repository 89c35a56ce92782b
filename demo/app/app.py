"""Postcards: a small web application that uses its packages as real ones do, also where no link leads."""

import importlib
import os
import sqlite3
import subprocess
from datetime import datetime, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import Flask, Response, abort, jsonify, redirect, render_template, request, url_for

DATABASE = os.environ.get("POSTCARDS_DATABASE", "/var/lib/postcards/postcards.db")

app = Flask(__name__)


def database():
    connection = sqlite3.connect(DATABASE)
    connection.execute("create table if not exists greeting (at text, name text, message text)")
    return connection


@app.get("/")
def index():
    with database() as db:
        greetings = db.execute("select at, name, message from greeting order by at desc limit 20").fetchall()
    return render_template("index.html", greetings=greetings)


@app.post("/greetings")
def greet():
    name, message = request.form.get("name", "").strip(), request.form.get("message", "").strip()
    if not name or not message:
        abort(400)
    with database() as db:
        db.execute("insert into greeting values (?, ?, ?)", (datetime.now(timezone.utc).isoformat(), name, message))
    return redirect(url_for("index"))


@app.get("/greetings.csv")
def export():
    import csv
    import io

    with database() as db:
        rows = db.execute("select * from greeting order by at").fetchall()
    text = io.StringIO()
    csv.writer(text).writerows([("at", "name", "message"), *rows])
    return Response(text.getvalue(), mimetype="text/csv")


@app.get("/card/<style>.<kind>")
def card(style, kind):
    """The style is a module named by the visitor, the kind a codec that Pillow loads by name."""
    try:
        draw = importlib.import_module(f"postcards.styles.{style}").draw
    except ModuleNotFoundError:
        abort(404)
    from postcards.pictures import encode

    body, media_type = encode(draw(request.args.get("text", "Greetings!")), kind)
    return Response(body, mimetype=media_type)


@app.get("/statistics")
def statistics():
    import numpy

    with database() as db:
        lengths = [len(message) for (message,) in db.execute("select message from greeting")]
    values = numpy.array(lengths or [0])
    return jsonify(count=len(lengths), mean=float(values.mean()), deviation=float(values.std()))


@app.get("/time/<path:zone>")
def time(zone):
    try:
        return datetime(2024, 7, 1, 12, tzinfo=timezone.utc).astimezone(ZoneInfo(zone)).isoformat()
    except (ZoneInfoNotFoundError, ValueError):
        abort(404)


@app.get("/uptime")
def uptime():
    return subprocess.run(["date", "+%Z"], capture_output=True, text=True, check=True).stdout


@app.get("/health")
def health():
    with database() as db:
        db.execute("select 1")
    return "ok"


@app.get("/broken")
def broken():
    raise RuntimeError("broken on purpose")


@app.errorhandler(400)
@app.errorhandler(404)
@app.errorhandler(500)
def error(problem):
    return render_template(f"errors/{problem.code}.html"), problem.code
