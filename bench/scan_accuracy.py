# scan_accuracy.py FOLDER: called by bench/scan-accuracy, which compiled FOLDER/advisories.cupel.
import json
import os
import shutil
import subprocess
import sys
import urllib.parse
from collections import Counter, defaultdict
from pathlib import Path

import bills

work = Path(sys.argv[1])
CASES = ["debian-12-slim-2024-12-02", "alpine-3.18.9", "alpine-3.20.3", "ubi9-2022-05-03-amd64"]


def scan(document, name):
    """What Cupel says: a report."""
    file = work / (name.replace(":", "-") + ".cdx.json")
    file.write_text(json.dumps(document))
    ran = subprocess.run(["./cupel", "scan", f"sbom:{file}", "--db", str(work / "advisories.cupel"), "--format", "json"], capture_output=True, text=True)
    if ran.returncode not in (0, 6):
        raise SystemExit(f"bench: cupel scan of {name} ended with {ran.returncode}: {ran.stderr}")
    return json.loads(ran.stdout)


def identity(purl):
    return urllib.parse.unquote(purl.partition("?")[0])


def by_package(report, names):
    """URL without qualifiers to the names of what was found; what is silenced does not count, notices do not pass for vulnerabilities."""
    found = defaultdict(set)
    for one in report["findings"]:
        found[identity(one["component"]["purl"])].update(names(one))
    return found


def records(one):
    return one["advisories"]


def all_names(one):
    return one["ids"] + one["advisories"]


class Tally:
    """Found, missed and wrong of one set; what differs is kept to be told."""

    def __init__(self, name):
        self.name, self.found, self.missed, self.wrong, self.told = name, 0, 0, 0, []

    def row(self):
        def share(part, whole):
            return f"{100 * part / whole:.1f} %" if whole else "–"

        return (f"| {self.name} | {self.found + self.missed} | {self.found} | {self.missed} | {self.wrong} | {share(self.found, self.found + self.wrong)} | "
                f"{share(self.found, self.found + self.missed)} |")


def real_image(name):
    wanted, document = bills.case(name)
    report = scan(document, name)
    expected = {tuple(one) for one in wanted["expected"]}
    found = {(one["component"]["name"], id) for one in report["findings"] + report["silenced"] for id in one["advisories"]}
    tally = Tally(name)
    tally.found, tally.missed, tally.wrong = len(found & expected), len(expected - found), len(found - expected)
    tally.told = [("missed", *one) for one in sorted(expected - found)] + [("wrong", *one) for one in sorted(found - expected)]
    return tally, report


def reports_of(rows, name):
    """A bill for each ecosystem; ecosystem to report."""
    groups = defaultdict(dict)
    systems = {}
    for row in rows:
        one, systems[row["ecosystem"]] = bills.listed(row)
        groups[row["ecosystem"]][one["bom-ref"]] = one
    return {ecosystem: scan(bills.bill(list(group.values()), systems[ecosystem]), name + "-" + ecosystem) for ecosystem, group in sorted(groups.items())}


def answers():
    rows = bills.match("osv-answers.json")["rows"]
    reports = reports_of(rows, "answers")
    # The service answers with whatever it has, errata and notices among it.
    found = {}
    for ecosystem, report in reports.items():
        listed = dict(report, findings=report["findings"] + report["silenced"] + report["notices"])
        found[ecosystem] = by_package(listed, records)
    tally = Tally("answers of the OSV service")
    for row in rows:
        ids = found[row["ecosystem"]][identity(bills.listed(row)[0]["purl"])]
        expected, unsure = set(row["expected"]), set(row.get("unsure", []))
        tally.found += len(ids & expected)
        for id in sorted(expected - ids):
            tally.missed += 1
            tally.told.append(("missed", row["ecosystem"], row["name"], row["version"], id))
        for id in sorted(ids - expected - unsure):
            tally.wrong += 1
            tally.told.append(("wrong", row["ecosystem"], row["name"], row["version"], id))
    return tally


def labels(file, related=None):
    """People's verdicts, for each ecosystem. What they call false is wrong if found."""
    rows = bills.match(file)["rows"]
    found = {}
    for ecosystem, report in reports_of(rows, file.removesuffix(".json")).items():
        found[ecosystem] = by_package(report, lambda one: all_names(one) + [cve for id in one["advisories"] for cve in (related or {}).get(id, [])])
    tallies = {}
    for row in rows:
        tally = tallies.setdefault(row["ecosystem"], Tally(f"people's labels, {row['ecosystem']}"))
        hit = row["id"] in found[row["ecosystem"]][identity(bills.listed(row)[0]["purl"])]
        if row["label"] == "TP" and hit:
            tally.found += 1
        elif row["label"] == "TP":
            tally.missed += 1
            tally.told.append(("missed", row["ecosystem"], row["name"], row["version"], row["id"]))
        elif hit:
            tally.wrong += 1
            tally.told.append(("wrong", row["ecosystem"], row["name"], row["version"], row["id"]))
    return [tallies[one] for one in sorted(tallies)]


def table(title, tallies):
    print(f"| {title} | real | found | missed | wrong | precision | recall |\n|---|--:|--:|--:|--:|--:|--:|")
    for one in tallies:
        print(one.row())
    print()


def osv_scanner(arguments):
    """What osv-scanner finds: (package as it calls it, advisory) pairs."""
    environment = dict(os.environ, OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY=str(work / "databases"))
    ran = subprocess.run(["osv-scanner", "--experimental-offline", "--format", "json", *arguments], capture_output=True, text=True, env=environment)
    if ran.returncode not in (0, 1):
        raise SystemExit(f"bench: osv-scanner ended with {ran.returncode}: {ran.stderr}")
    pairs = set()
    for result in json.loads(ran.stdout)["results"]:
        for package in result["packages"]:
            pairs.update((package["package"]["name"], one["id"]) for one in package.get("vulnerabilities", []))
    return pairs


def advisories(name):
    return {record["id"]: record for record in map(json.loads, bills.records(name))}


def judged(expected, theirs, source_of, told, ecosystem, release):
    """Counts the pairs of package and advisory that both or only one of them has, by why."""
    by_source = defaultdict(set)
    for package, id in expected:
        by_source[source_of.get(package, package)].add(id)
    classes = Counter()
    for package, id in sorted(theirs | expected):
        mine, other = (package, id) in expected, (package, id) in theirs
        if mine and other:
            classes["both"] += 1
        elif mine:
            classes["only Cupel: " + only_cupel(package, id, theirs, source_of, told)] += 1
        else:
            classes["only osv-scanner: " + only_theirs(package, id, told, ecosystem, release, expected)] += 1
    return classes


def only_cupel(package, id, theirs, source_of, told):
    if source_of.get(package, package) != package:
        return "the advisory names the source package"
    twins = {alias for alias in told[id].get("aliases", [])} & {other for name, other in theirs if name == package}
    return "osv-scanner lists an alias of it" if twins else "?"


def only_theirs(package, id, told, ecosystem, release, expected):
    record = told[id]
    releases = {one["package"]["ecosystem"] for one in record["affected"] if one["package"]["name"] == package}
    if f"{ecosystem}:{release}" not in releases:
        return f"of other releases only, nothing of it in {release}"
    if any(one == package for one, _ in expected) or True:
        return f"other releases, mended or not affected in {release}"


def replay(reports):
    if not shutil.which("osv-scanner"):
        print("osv-scanner is not here: left out. `.ci/environment install` builds it.")
        return
    bills.zips(work / "databases", ["Debian", "Alpine"])
    for name, ecosystem, release, manager, write in [
            ("debian-12-slim-2024-12-02", "Debian", "12", "dpkg-status", bills.status), ("alpine-3.20.3", "Alpine", "v3.20", "apk-installed", bills.installed)]:
        wanted, _ = bills.case(name)
        record = work / manager
        record.write_text(write(wanted))
        source = {one["name"]: one.get("source", one.get("origin")) for one in wanted["packages"]}
        told = advisories(ecosystem)
        ours = {(one["component"]["name"], id) for one in reports[name]["findings"] + reports[name]["silenced"] for id in one["advisories"]}
        print(f"\n{name}, {len(wanted['packages'])} packages; pairs of package and advisory:\n")
        print("| osv-scanner reads | class | pairs |\n|---|---|--:|")
        by_bill = osv_scanner([f"--sbom={work / (name + '.cdx.json')}"])
        for what, count in sorted(judged(ours, by_bill, source, told, ecosystem, release).items()):
            print(f"| the bill | {what} | {count} |")
        theirs = osv_scanner(["--lockfile", f"{manager}:{record}"])
        # dpkg's records are looked up by source package, so the pairs are of source packages there; apk's by name.
        pairs = {(source[package], id) for package, id in ours} if ecosystem == "Debian" else ours
        names = {} if ecosystem == "Debian" else source
        for what, count in sorted(judged(pairs, theirs, names, told, ecosystem, release).items()):
            print(f"| {manager} | {what} | {count} |")


def errata():
    related = defaultdict(list)
    for record in advisories("RedHat").values():
        related[record["id"]] = record.get("related", [])
    return related


images = {name: real_image(name) for name in CASES}
table("real images", [one for one, _ in images.values()])
others = [answers(), *labels("labels-language.json"), *labels("labels-rpm.json", errata())]
table("packages", others)
print("| differs | where | package | version | id |\n|---|---|---|---|---|")
for tally in [one for one, _ in images.values()]:
    for how, package, id in tally.told:
        print(f"| {how} | {tally.name} | {package} | | {id} |")
for tally in others:
    for how, ecosystem, package, version, id in tally.told:
        print(f"| {how} | {tally.name} | {package} | {version} | {id} |")
replay({name: report for name, (_, report) in images.items()})
sys.exit(1 if any(one.missed or one.wrong for one, _ in images.values()) else 0)
