# grype_database.py FOLDER FILE…: grype's database of OSV records, one a line (.jsonl, .jsonl.gz), in FOLDER, which GRYPE_DB_CACHE_DIR then has to
# name. Only rows are written here: grype makes the tables and indexes that are missing when it imports a database (grype 0.110,
# grype/db/v6: models.go, blobs.go; how its own build writes rows: build/transformers). Needs grype on PATH.
import gzip
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

# OSV's ecosystems as grype names the distribution, the kind of package (syft/pkg/type.go) and the order of versions (grype/version/format.go).
SYSTEMS = {"Debian": ("debian", "deb", "dpkg"), "Alpine": ("alpine", "apk", "apk")}
LANGUAGES = {"npm": ("npm", "npm"), "PyPI": ("python", "python"), "Go": ("go-module", "go"), "Maven": ("java-archive", "maven"), "RubyGems": ("gem", "gem"),
             "crates.io": ("rust-crate", "semver"), "Packagist": ("php-composer", "composer"), "NuGet": ("dotnet", "nuget")}
# Debian's urgencies and GitHub's severities, where grype says otherwise.
WORDS = {"unimportant": "negligible", "moderate": "medium"}
KNOWN = ["negligible", "low", "medium", "high", "critical"]


def environment(folder):
    """What grype has to be run with, to ask the database in the folder and nobody else."""
    return dict(os.environ, GRYPE_DB_CACHE_DIR=str(folder), GRYPE_DB_AUTO_UPDATE="false", GRYPE_DB_VALIDATE_AGE="false", GRYPE_CHECK_FOR_APP_UPDATE="false")


def severities(record, affected):
    """The vendor's word before scores: grype takes the first."""
    word = affected.get("ecosystem_specific", {}).get("urgency") or record.get("database_specific", {}).get("severity", "")
    word = WORDS.get(word.lower(), word.lower())
    found = [{"scheme": "CHMLN", "value": word, "rank": 1}] if word in KNOWN else []
    for one in affected.get("severity") or record.get("severity", []):
        version = re.match("CVSS:([0-9.]+)/", one["score"])
        found.append({"scheme": "CVSS", "value": {"vector": one["score"], "version": version[1] if version else "2.0"}, "rank": 2})
    return found


def ranges(affected, order):
    """Each pair of events as a constraint; of versions alone each is one."""
    found = []

    def add(constraint, fixed=""):
        fix = {"version": fixed, "state": "fixed"} if fixed else {"state": "not-fixed"}
        found.append({"version": {"type": order, "constraint": constraint}, "fix": fix})

    for one in affected.get("ranges", []):
        since = None
        for event in one["events"]:
            (kind, version), = event.items()
            if kind == "introduced":
                since = "" if version == "0" else f">= {version}"
            elif since is not None:
                add(", ".join(filter(None, [since, f"{'<' if kind == 'fixed' else '<='} {version}"])), version if kind == "fixed" else "")
                since = None
        if since is not None:
            add(since)
    if not affected.get("ranges"):
        for version in affected.get("versions", []):
            add(f"= {version}")
    return found


class Rows:
    """Writes rows; one for each thing that has a name."""

    def __init__(self, database):
        self.database, self.ids = database, {}

    def add(self, table, **columns):
        return self.database.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", list(columns.values())).lastrowid

    def once(self, table, **columns):
        key = (table, *(value.lower() for value in columns.values())) # grype's names know no capitals
        if key not in self.ids:
            self.ids[key] = self.add(table, **columns)
        return self.ids[key]

    def blob(self, value):
        return self.add("blobs", value=json.dumps(value))

    def system(self, ecosystem):
        family, _, release = ecosystem.partition(":")
        major, _, minor = release.removeprefix("v").partition(".")
        name = SYSTEMS[family][0]
        return self.once("operating_systems", name=name, release_id=name, major_version=major, minor_version=minor, label_version="", codename="", channel="")

    def vulnerability(self, record, rated, provider):
        self.once("providers", id=provider, version="1", processor="cupel")
        blob = {"id": record["id"], "description": record.get("summary", ""), "aliases": record.get("aliases", []), "severities": rated}
        status = "rejected" if record.get("withdrawn") else "active"
        return self.add("vulnerability_handles", name=record["id"], status=status, provider_id=provider, blob_id=self.blob(blob))

    def record(self, record):
        # Releases of a distribution rate a vulnerability each for itself, and each of its packages.
        handles = {}
        for one in record["affected"]:
            ecosystem = one["package"]["ecosystem"]
            family = ecosystem.partition(":")[0]
            kind, order = SYSTEMS[family][1:] if family in SYSTEMS else LANGUAGES[family]
            provider = SYSTEMS[family][0] if family in SYSTEMS else "github" if record["id"].startswith("GHSA-") else "osv"
            rated = severities(record, one)
            handle = (ecosystem, str(rated))
            if handle not in handles:
                handles[handle] = self.vulnerability(record, rated, provider)
            name = re.sub("[-_.]+", "-", one["package"]["name"]) if family == "PyPI" else one["package"]["name"]
            # What an erratum is related to it mends; elsewhere that is another vulnerability.
            cves = record.get("aliases", []) + (record.get("related", []) if family in SYSTEMS else [])
            self.add("affected_package_handles", vulnerability_id=handles[handle], operating_system_id=self.system(ecosystem) if family in SYSTEMS else None,
                     package_id=self.once("packages", ecosystem=kind, name=name),
                     blob_id=self.blob({"cves": cves, "ranges": ranges(one, order)}))

    def scores(self, epss):
        for line in epss:
            day = re.match("#.*score_date:([0-9-]{10})", line)
            if day:
                self.add("epss_metadata", date=day[1] + " 00:00:00+00:00")
            elif line.startswith("CVE-"):
                cve, score, percentile = line.strip().split(",")
                self.add("epss_handles", cve=cve, epss=float(score), percentile=float(percentile))

    def exploited(self, catalogue):
        for one in catalogue:
            blob = {"cve": one["cveID"], "date_added": one["dateAdded"] + "T00:00:00Z", "known_ransomware_campaign_use": one["knownRansomwareCampaignUse"]}
            self.add("known_exploited_vulnerability_handles", cve=one["cveID"], blob_id=self.blob(blob))


def imported(file, folder):
    """The database as grype put it into the folder."""
    ran = subprocess.run(["grype", "-q", "db", "import", str(file)], capture_output=True, text=True, env=environment(folder))
    if ran.returncode != 0:
        raise SystemExit(f"grype db import ended with {ran.returncode}: {ran.stderr}")
    return Path(folder) / "6" / "vulnerability.db"


def make(folder, lines, epss=(), exploited=()):
    """Makes the database of records, each a line of JSON; of EPSS's lines; of what KEV lists."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        file = Path(work) / "vulnerability.db"
        database = sqlite3.connect(file)
        database.execute("CREATE TABLE db_metadata (build_timestamp datetime NOT NULL, model integer NOT NULL, revision integer NOT NULL, addition integer NOT NULL)")
        database.execute("INSERT INTO db_metadata VALUES ('1970-01-01 00:00:00+00:00', 6, 1, 4)")
        database.commit()
        database.close()
        imported(file, folder).replace(file)

        database = sqlite3.connect(file)
        rows, newest = Rows(database), ""
        for line in lines:
            record = json.loads(line)
            newest = max(newest, record["modified"])
            rows.record(record)
        rows.scores(epss)
        rows.exploited(exploited)
        database.execute("UPDATE db_metadata SET build_timestamp = ?", [newest[:19].replace("T", " ") + "+00:00"])
        database.commit()
        database.close()
        imported(file, folder)


def lines(files):
    for file in files:
        with (gzip.open if file.endswith(".gz") else open)(file, "rt", encoding="utf-8") as records:
            yield from records


if __name__ == "__main__":
    make(sys.argv[1], lines(sys.argv[2:]))
