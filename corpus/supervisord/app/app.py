from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return "<html><h1>Two</h1><a href='/files/a.txt'>file</a></html>"


@app.get("/health")
def health():
    return "fine"


@app.get("/late")
def late():
    import decimal
    import statistics

    return str(decimal.Decimal(statistics.median([1, 2, 6])))


@app.get("/fail")
def fail():
    raise RuntimeError("on purpose")
