"""Reads the exports of a graph with public readers and compares them with what the graph's JSON says.

usage: read_back.py FOLDER, where FOLDER holds graph.json, graph.graphml, graph.gexf, graph.cyjs, csv/ and neo4j/.
Needs networkx (PyPI). Prints what differs and exits with 1.
"""
import csv
import json
import re
import sys

import networkx as nx

folder = sys.argv[1]
faults = []


def check(what, found, expected):
    if found != expected:
        faults.append(f"{what}: {found!r}, expected {expected!r}")


def xml(text):
    """What XML 1.0 can carry of a text."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def untoken(token):
    if token == "_x_":
        return ""
    return re.sub("_x([0-9A-F]+)_", lambda match: chr(int(match.group(1), 16)), token)


def names(values):
    return ";".join(value.replace(";", ",") for value in values)


def spaced(text):
    """What the form for neo4j-admin keeps of a text."""
    return "".join(" " if ord(character) < 0x20 or ord(character) == 0x7F else character for character in text)


with open(f"{folder}/graph.json", encoding="utf-8") as file:
    graph = json.load(file)
dates = {article["id"]: article.get("date") for article in graph["articles"]}
SYMMETRIC = {"allied_with", "fighting", "negotiates_with"}
SIGN = {"backs": 1, "allied_with": 1, "part_of": 1, "negotiates_with": 0, "fighting": -1, "opposes": -1}
actors = {actor["id"]: {"name": actor["name"], "kind": actor["kind"], "aliases": names(actor["aliases"])}
          for actor in graph["actors"]}
relations = {}
for relation in graph["relations"]:
    articles = sorted({piece["article"] for piece in relation["evidence"]})
    known = sorted(dates[article] for article in articles if dates[article])
    relations[relation["source"], relation["type"], relation["target"]] = {
        "sign": SIGN[relation["type"]], "symmetric": relation["type"] in SYMMETRIC, "status": relation["status"],
        "disputed": relation.get("disputed", False), "support": relation.get("support"),
        "initiator": relation.get("initiator"), "confidence": relation["confidence"],
        "mentions": len(relation["evidence"]), "dates": set(known), "articles": names(articles),
        "quotes": {piece["text"] for piece in relation["evidence"]},
        "isTimed": all(dates[article] for article in articles),
    }


def check_edge(what, key, found, text=lambda value: value):
    expected = relations.get(key)
    if expected is None:
        faults.append(f"{what}: an edge {key!r} that the graph has not")
        return
    for name in ["sign", "symmetric", "status", "disputed", "confidence", "mentions"]:
        check(f"{what} {key} {name}", found.get(name), expected[name])
    for name in ["support", "initiator"]:
        value = expected[name]
        check(f"{what} {key} {name}", found.get(name) or None, value if value is None else text(value))
    check(f"{what} {key} articles", found.get("articles"), text(expected["articles"]))
    for name in ["first_reported", "last_reported"]:
        if expected["dates"]:
            check(f"{what} {key} {name}", found.get(name) in expected["dates"], True)
        else:
            check(f"{what} {key} {name}", found.get(name) or None, None)
    quotes = {text(quote) for quote in expected["quotes"]}
    check(f"{what} {key} quote", found.get("quote") in quotes, True)
    check(f"{what} {key} weight", 1 <= float(found["weight"]) <= expected["mentions"], True)


def check_networkx(what, read, identity, text):
    check(f"{what} actors", {identity(node) for node in read.nodes}, set(actors))
    for node, data in read.nodes(data=True):
        for name, value in actors.get(identity(node), {}).items():
            # NetworkX leaves empty values out.
            check(f"{what} {node} {name}", data.get(name) or "", text(value))
    edges = list(read.edges(data=True))
    keys = [(identity(a), data["relation"], identity(b)) for a, b, data in edges]
    check(f"{what} relations", sorted(keys), sorted(relations))
    for key, (_, _, data) in zip(keys, edges):
        check_edge(what, key, data, text)


graphml = nx.read_graphml(f"{folder}/graph.graphml", edge_key_type=str, force_multigraph=True)
check_networkx("GraphML", graphml, untoken, xml)

gexf = nx.read_gexf(f"{folder}/graph.gexf", version="1.3")
check_networkx("GEXF", gexf, untoken, xml)
check("GEXF mode", gexf.graph["mode"], "dynamic")
for a, b, data in gexf.edges(data=True):
    expected = relations.get((untoken(a), data["relation"], untoken(b)))
    if expected is None:
        continue
    spells = data.get("spells", [])
    check(f"GEXF {a} {b} has spells", bool(spells), expected["isTimed"])
    check(f"GEXF {a} {b} statuses", [spell[1:] for spell in data.get("reported_status", [])], spells)
    for date in expected["dates"] if expected["isTimed"] else []:
        inside = any(start[:len(date)] <= date <= end[:len(date)] for start, end in spells)
        check(f"GEXF {a} {b} {date} is within {spells}", inside, True)
    for spell in spells:
        for day in spell:
            isReported = any(day[:len(date)] == date for date in expected["dates"])
            check(f"GEXF {a} {b} {day} is of {sorted(expected['dates'])}", isReported, True)
    check(f"GEXF {a} {b} order", spells, sorted(spells))
    check(f"GEXF {a} {b} days", all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for spell in spells for day in spell), True)

with open(f"{folder}/graph.cyjs", encoding="utf-8") as file:
    cytoscape = nx.cytoscape_graph(json.load(file))
check_networkx("Cytoscape", cytoscape, lambda node: node, lambda value: value)


def rows(path):
    with open(f"{folder}/{path}", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def plain(field):
    """A field without the apostrophe that keeps a spreadsheet from computing it."""
    if field and field[0] in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20":
        faults.append(f"CSV: {field!r} would be a formula")
    return field[1:] if field.startswith("'") else field


def typed(row):
    result = dict(row)
    for name in ["sign", "mentions"]:
        result[name] = int(result[name])
    result["confidence"] = float(result["confidence"])
    for name in ["symmetric", "disputed"]:
        result[name] = {"true": True, "false": False}[result[name]]
    return result


nodes = [{name: plain(field) for name, field in row.items()} for row in rows("csv/nodes.csv")]
check("CSV actors", {row["Id"]: {"name": row["Label"], "kind": row["kind"], "aliases": row["aliases"]}
                     for row in nodes},
      {key: {name: value.replace("\0", "\ufffd") for name, value in actor.items()} for key, actor in actors.items()})
edges = [{name: field if name == "sign" else plain(field) for name, field in row.items()}
         for row in rows("csv/edges.csv")]
keys = [(row["Source"], row["relation"], row["Target"]) for row in edges]
check("CSV relations", sorted(keys), sorted(relations))
for key, row in zip(keys, edges):
    check_edge("CSV", key, {"weight": row["Weight"], **typed(row)}, lambda value: value.replace("\0", "\ufffd"))
evidence = rows("csv/evidence.csv")
check("CSV evidence", len(evidence), sum(relation["mentions"] for relation in relations.values()))


def bare(row):
    return {name.split(":")[0]: field for name, field in row.items()}


nodes = [bare(row) for row in rows("neo4j/actors.csv")]
check("neo4j actors", {row["id"]: row["name"] for row in nodes},
      {spaced(key): spaced(actor["name"]) for key, actor in actors.items()})
edges = rows("neo4j/relations.csv")
keys = [(row[":START_ID(Actor)"], row[":TYPE"].lower(), row[":END_ID(Actor)"]) for row in edges]
byspaced = {tuple(spaced(part) for part in key): key for key in relations}
check("neo4j relations", sorted(keys), sorted(byspaced))
for key, row in zip(keys, edges):
    check_edge("neo4j", byspaced.get(key), typed(bare(row)), spaced)

for fault in faults[:20]:
    print(fault)
print(f"{len(actors)} actors, {len(relations)} relations, {len(faults)} faults")
sys.exit(1 if faults else 0)
