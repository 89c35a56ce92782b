# What the benches of scans share: the package lists of the shared data as bills of materials and as package managers' records, and the
# shared advisories as zips for osv-scanner and as grype's database.
import gzip
import json
import os
import urllib.parse
import zipfile
from pathlib import Path

import grype_database

TYPES = {"PyPI": "pypi", "npm": "npm", "Go": "golang", "Maven": "maven", "RubyGems": "gem", "crates.io": "cargo", "Packagist": "composer", "NuGet": "nuget"}

# osv-scanner's names for files of the shared data; RedHat's ecosystem it does not know from package URLs (models.purlEcosystems).
ZIPS = {"Debian": ["Debian", "Debian:12"], "Alpine": ["Alpine", "Alpine:v3.20"], "npm": ["npm"], "PyPI": ["PyPI"], "Go": ["Go"], "Maven": ["Maven"], "RubyGems": ["RubyGems"],
        "crates.io": ["crates.io"], "Packagist": ["Packagist"], "NuGet": ["NuGet"]}


def shared():
    """The folder of shared data: CUPEL_SHARED_DATA, or shared/data beside the checkout or above."""
    named = os.environ.get("CUPEL_SHARED_DATA")
    places = [Path(named)] if named else [one / "shared" / "data" for one in Path(__file__).resolve().parents]
    for place in places:
        if (place / "match").is_dir():
            return place
    raise SystemExit("bench: no shared data; name its folder in CUPEL_SHARED_DATA")


def match(name):
    return json.loads((shared() / "match" / name).read_text())


def quoted(text):
    return urllib.parse.quote(text, safe=".-_~")


def url(kind, name, version, **qualifiers):
    """A package URL; name with the namespace as its ecosystem writes it."""
    path = "/".join(quoted(one) for one in name.replace(":", "/").split("/")) if kind in ("golang", "maven", "npm", "composer") else quoted(name)
    namespace = {"deb": "debian/", "apk": "alpine/", "rpm": "redhat/"}.get(kind, "")
    tail = "&".join(key + "=" + quoted(value) for key, value in sorted(qualifiers.items()) if value)
    return f"pkg:{kind}/{namespace}{path}@{quoted(version)}" + ("?" + tail if tail else "")


def component(purl, name, version):
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}


def bill(components, distribution=None):
    system = [{"type": "operating-system", "name": distribution[0], "version": distribution[1]}] if distribution else []
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": system + components}


def rpm(name, evr, release):
    """An rpm; its URL has the epoch apart."""
    epoch, _, version = evr.rpartition(":")
    return component(url("rpm", name, version, distro="rhel-" + release, epoch=epoch), name, version)


def listed(row):
    """A row of answers or labels as a component and the distribution that it is of."""
    family, _, release = row["ecosystem"].partition(":")
    name, version = row["name"], row["version"]
    if family == "Debian":
        return component(url("deb", name, version, distro="debian-" + release), name, version), ("debian", release)
    if family == "Alpine":
        return component(url("apk", name, version, distro="alpine-" + release[1:]), name, version), ("alpine", release[1:])
    if family in ("el7", "el8", "el9"):
        return rpm(name, version, family[2:]), ("rhel", family[2:])
    return component(url(TYPES[family], name, version), name, version), None


def case(name):
    """A real image's package list: the list and its bill."""
    wanted = match(f"cases/{name}.json")
    system = wanted["distro"]["id"], wanted["distro"]["versionId"]
    components = []
    for one in wanted["packages"]:
        if system[0] == "debian":
            upstream = "" if (one["source"], one["sourceVersion"]) == (one["name"], one["version"]) else one["source"] + "@" + one["sourceVersion"]
            purl = url("deb", one["name"], one["version"], distro="debian-" + system[1], upstream=upstream)
            components.append(component(purl, one["name"], one["version"]))
        elif system[0] == "alpine":
            upstream = "" if one["origin"] == one["name"] else one["origin"]
            purl = url("apk", one["name"], one["version"], distro="alpine-" + system[1], upstream=upstream)
            components.append(component(purl, one["name"], one["version"]))
        else:
            components.append(rpm(one["name"], f"{one['epoch']}:{one['version']}-{one['release']}", system[1]))
    return wanted, bill(components, system)


def status(wanted):
    """A Debian list as dpkg keeps it."""
    return "".join(
        f"Package: {one['name']}\nStatus: install ok installed\nSource: {one['source']} ({one['sourceVersion']})\nVersion: {one['version']}\n\n" for one in wanted["packages"])


def installed(wanted):
    """An Alpine list as apk keeps it."""
    return "".join(f"P:{one['name']}\nV:{one['version']}\no:{one['origin']}\n\n" for one in wanted["packages"])


def records(name):
    with gzip.open(shared() / "osv" / (name + ".jsonl.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line


def advice(name):
    """All records of an ecosystem."""
    for part in [name, name + "-malicious"] if name in ("npm", "PyPI") else [name]:
        yield from records(part)


def grype(folder):
    """A database for grype in the folder, of what osv-scanner gets, EPSS and KEV."""
    with gzip.open(shared() / "epss.csv.gz", "rt", encoding="utf-8") as epss:
        kev = json.loads((shared() / "kev.json").read_text())["vulnerabilities"]
        grype_database.make(folder, (line for name in ZIPS for line in advice(name)), epss, kev)


def zips(folder):
    """Databases for osv-scanner's offline mode below the folder (osv-scanner, "Offline mode", manual download)."""
    for name in ZIPS:
        first, *others = [folder / "osv-scanner" / one / "all.zip" for one in ZIPS[name]]
        first.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(first, "w", zipfile.ZIP_DEFLATED) as out:
            for line in advice(name):
                out.writestr(json.loads(line)["id"] + ".json", line)
        for other in others:
            other.parent.mkdir(parents=True, exist_ok=True)
            os.link(first, other)


def mixed():
    """Debian 12's list and 61 language packages that people labelled, of each ecosystem in turn: 149 packages."""
    _, document = case("debian-12-slim-2024-12-02")
    groups = {}
    for row in match("labels-language.json")["rows"]:
        if row["ecosystem"] in TYPES:
            groups.setdefault(row["ecosystem"], {})[listed(row)[0]["bom-ref"]] = listed(row)[0]
    turns = [sorted(group.items()) for _, group in sorted(groups.items())]
    most = max(map(len, turns))
    chosen = [group[turn][1] for turn in range(most) for group in turns if turn < len(group)][:61]
    return dict(document, components=document["components"] + chosen)
