# scan_accuracy.py FOLDER: called by bench/scan-accuracy, which compiled FOLDER/advisories.cupel.
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse
from collections import Counter, defaultdict
from pathlib import Path

import bills
import grype_database

work = Path(sys.argv[1])
# v0.0.0-20060102150405-abcdefabcdef (go.dev/ref/mod, "Pseudo-versions")
PSEUDO_VERSION = re.compile(r"[0-9]{14}-[0-9a-f]{12}$")
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


def grype(file):
    """What grype finds: (package, advisory) pairs."""
    ran = subprocess.run(["grype", "-q", f"sbom:{file}", "-o", "json"], capture_output=True, text=True, env=grype_database.environment(work / "grype"))
    if ran.returncode != 0:
        raise SystemExit(f"bench: grype ended with {ran.returncode}: {ran.stderr}")
    return {(one["artifact"]["name"], one["vulnerability"]["id"]) for one in json.loads(ran.stdout)["matches"]}


def advisories(name):
    return {record["id"]: record for record in map(json.loads, bills.records(name))}


def judged(peer, ours, theirs, why_not_theirs, why_not_ours):
    """The pairs of package and advisory that both or only one of them has, by why."""
    classes = defaultdict(list)
    for pair in sorted(theirs | ours):
        if pair in ours and pair in theirs:
            classes["both"].append(pair)
        elif pair in ours:
            classes["only Cupel: " + why_not_theirs(*pair)].append(pair)
        else:
            classes[f"only {peer}: " + why_not_ours(*pair)].append(pair)
    return classes


def rows(reads, classes):
    for what, pairs in sorted(classes.items()):
        named = ", ".join(package + " " + id for package, id in pairs) if what != "both" and len(pairs) < 10 else ""
        print(f"| {reads} | {what} | {len(pairs)} | {named} |")


def alias_listed(theirs, told):
    """Whether osv-scanner lists the same vulnerability under another name: it leaves out what is an alias of one that it has."""
    def why(package, id):
        names = {id, *told[id].get("aliases", [])}
        twins = [other for name, other in theirs if name == package and names & {other, *told.get(other, {}).get("aliases", [])}]
        if twins:
            return "an alias of one that osv-scanner lists"
        spelled = {one["package"]["name"] for one in told[id]["affected"]}
        return "the advisory spells the name with other capitals" if package not in spelled and package.lower() in map(str.lower, spelled) else "NOT EXPLAINED"
    return why


def own_ranges(told):
    """Go's records keep the real bounds of some packages in `custom_ranges`, beside a range that is open or rounded."""
    def why(package, id):
        own = [one["ecosystem_specific"]["custom_ranges"] for one in told[id]["affected"] if one["package"]["name"] == package and "custom_ranges" in one.get("ecosystem_specific", {})]
        if not own:
            return "NOT EXPLAINED"
        ends = [event["fixed"] for ranges in own for one in ranges for event in one["events"] if "fixed" in event]
        commits = [end for end in ends if PSEUDO_VERSION.search(end)]
        return "outside of custom_ranges" + (", of which some or all end at a commit" if commits else "")
    return why


def other_release(told, ecosystem, release):
    def why(package, id):
        releases = {one["package"]["ecosystem"] for one in told[id]["affected"] if one["package"]["name"] == package}
        if f"{ecosystem}:{release}" in releases:
            return f"mended in {release}, the range of another release holds"
        return f"about other releases only, not {release}"
    return why


class List:
    """A package list that the others are asked about, too: its bill, the pairs of package and advisory that Cupel finds, the records of its ecosystems."""

    def __init__(self, name, document, report, ecosystems):
        self.name, self.file = name, work / (name + ".cdx.json")
        names = {identity(one["purl"]): one["name"] for one in document["components"] if "purl" in one}
        listed = report["findings"] + report["silenced"] + report["notices"]
        self.ours = {(names[identity(one["component"]["purl"])], id) for one in listed for id in one["advisories"]}
        self.told = {id: one for ecosystem in ecosystems for id, one in advisories(ecosystem).items()}
        counted = Counter(one["severity"]["severity"] for one in report["findings"])
        self.heading = (f"\n{name}, {len(names)} packages: Cupel has {len(report['findings'])} findings ({', '.join(f'{n} {s.lower()}' for s, n in sorted(counted.items()))}), "
                        f"{len(report['silenced'])} silenced, of {len({id for _, id in self.ours})} advisories. Pairs of package and advisory:\n")

    def head(self, peer):
        print(self.heading)
        print(f"| {peer} reads | class | pairs | which |\n|---|---|--:|---|")


def system(name, ecosystem, report):
    return List(name, bills.case(name)[1], report, [ecosystem])


def languages():
    """Language packages of the bill that bench/scan measures with."""
    document = bills.bill([one for one in bills.mixed()["components"] if not one.get("purl", "pkg:deb").startswith("pkg:deb")])
    return List("languages", document, scan(document, "languages"), ["npm", "PyPI", "Go", "Maven", "RubyGems", "NuGet"])


def osv_scanner_on_system(listed, ecosystem, release, manager, record):
    wanted, _ = bills.case(listed.name)
    (work / manager).write_text(record(wanted))
    source = {one["name"]: one.get("source", one.get("origin")) for one in wanted["packages"]}
    listed.head("osv-scanner")

    def by_source(package, _):
        return "the advisory names the source package" if source.get(package, package) != package else "NOT EXPLAINED"

    theirs = osv_scanner([f"--sbom={listed.file}"])
    rows("the bill", judged("osv-scanner", listed.ours, theirs, by_source, other_release(listed.told, ecosystem, release)))
    theirs = osv_scanner(["--lockfile", f"{manager}:{work / manager}"])
    # dpkg's records are looked up by source package, so the pairs are of source packages there; apk's by name.
    pairs = {(source[package], id) for package, id in listed.ours} if ecosystem == "Debian" else listed.ours
    rows(f"{manager}: by source" if ecosystem == "Debian" else manager, judged("osv-scanner", pairs, theirs, by_source, other_release(listed.told, ecosystem, release)))


def replay_osv_scanner(debian, alpine, others):
    if not shutil.which("osv-scanner"):
        print("\nosv-scanner is not here: left out. `.ci/environment install` builds it.")
        return
    bills.zips(work / "databases")
    osv_scanner_on_system(debian, "Debian", "12", "dpkg-status", bills.status)
    osv_scanner_on_system(alpine, "Alpine", "v3.20", "apk-installed", bills.installed)
    others.head("osv-scanner")
    theirs = osv_scanner([f"--sbom={others.file}"])
    rows("the bill", judged("osv-scanner", others.ours, theirs, alias_listed(theirs, others.told), own_ranges(others.told)))


def replay_grype(debian, alpine, others):
    if not shutil.which("grype"):
        print("\ngrype is not here: left out. `.ci/environment install` builds it.")
        return
    bills.grype(work / "grype")
    # grype, grype/match/explicit_ignores.go
    ignored = {("zlib1g", "CVE-2023-45853")}
    for listed, ecosystem, release in [(debian, "Debian", "12"), (alpine, "Alpine", "v3.20"), (others, "", "")]:
        listed.head("grype")
        rows("the bill", judged("grype", listed.ours, grype(listed.file), lambda *pair: "grype ignores it, whatever a database tells" if pair in ignored else "NOT EXPLAINED",
                                other_release(listed.told, ecosystem, release) if ecosystem else own_ranges(listed.told)))


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
peers = (system("debian-12-slim-2024-12-02", "Debian", images["debian-12-slim-2024-12-02"][1]), system("alpine-3.20.3", "Alpine", images["alpine-3.20.3"][1]), languages())
replay_osv_scanner(*peers)
replay_grype(*peers)
sys.exit(1 if any(one.missed or one.wrong for one, _ in images.values()) else 0)
