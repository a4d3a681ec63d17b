"""Reads what the program writes with other parsers: python read.py FOLDER"""

import csv
import json
import sys
from pathlib import Path

import bibtexparser
import icalendar
import jsonschema
from bibtexparser.bparser import BibTexParser
from referencing import Registry, Resource

folder = Path(sys.argv[1])

calendar = icalendar.Calendar.from_ical((folder / "year.ics").read_bytes())
events = list(calendar.walk("VEVENT"))
assert len(events) > 3000, len(events)
assert all(event["SUMMARY"] and event["DTSTART"].dt for event in events)
assert len({str(event["UID"]) for event in events}) == len(events)
print(f"calendar: {len(events)} events")

# The types of biblatex (online, report) are newer than the parser's.
parser = BibTexParser(ignore_nonstandard_types=False)
entries = bibtexparser.loads((folder / "some.bib").read_text(encoding="utf-8"), parser).entries
assert len(entries) == (folder / "some.bib").read_text(encoding="utf-8").count("\n@") + 1, len(entries)
assert all(entry["title"] for entry in entries)
print(f"references: {len(entries)}")

with open(folder / "statements.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file))
assert len(rows) > 30000 and {len(row) for row in rows} == {len(rows[0])}
print(f"table: {len(rows) - 1} rows of {len(rows[0])}")

document = json.loads((folder / "recognitions.json").read_text(encoding="utf-8"))
shapes = Path("src/export/v2/schema")
# The schemas name each other by file.
place = "https://chancery.example/v2/"
files = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in shapes.glob("*.json")}
registry = Registry().with_resources([(place + name, Resource.from_contents(schema)) for name, schema in files.items()])
jsonschema.Draft202012Validator({"$ref": place + "recognitions.json"}, registry=registry).validate(document)
print(f"document: {document['schema']}, {len(document['acts'])} acts")
