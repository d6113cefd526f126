#!/usr/bin/env python3
"""The tasks of graph-benchmark in networkx, igraph and rustworkx, on the same synthetic graph.

usage: pip install networkx igraph rustworkx; peers.py [small|large] [LIBRARY …]
Prints processor seconds by task for each library, each in a process of its own, and the median of 200 questions in
milliseconds. The graph: actors with a heavy tail of relations of six types, each with document, confidence and year; one seed.
"""
import collections
import importlib
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time

TYPES = ["backed_by", "allied_with", "part_of", "fighting", "opposes", "negotiates"]
WEIGHTS = [0.25, 0.15, 0.05, 0.35, 0.1, 0.1]
SIGN = {"backed_by": 1, "allied_with": 1, "part_of": 1, "fighting": -1, "opposes": -1, "negotiates": 0}
SIZES = {"small": (1000, 20000), "large": (10000, 1000000)}


def generated(size):
    actors, count = SIZES[size]
    r = random.Random(7)
    edges = []
    for _ in range(count):
        a = int(actors * r.random() ** 2)
        b = int(actors * r.random() ** 1.5)
        while b == a:
            b = r.randrange(actors)
        edges.append((a, b, r.choices(TYPES, WEIGHTS)[0], r.randrange(5000), round(r.random(), 3),
                      2011 + r.randrange(10)))
    return actors, edges


def changed(actors, edges):
    """1 % of the edges: a third deleted, a third of another type, a third added."""
    r = random.Random(11)
    k = len(edges) // 300
    indices = r.sample(range(len(edges)), 2 * k)
    deleted, retyped = set(indices[:k]), set(indices[k:])
    result = []
    for index, edge in enumerate(edges):
        if index in deleted:
            continue
        if index in retyped:
            edge = edge[:2] + (TYPES[(TYPES.index(edge[2]) + 1) % 6],) + edge[3:]
        result.append(edge)
    for _ in range(k):
        result.append((r.randrange(actors), r.randrange(actors), TYPES[r.randrange(6)], r.randrange(5000), 0.5, 2015))
    return result


def signed_pairs(edges):
    sums = {}
    for a, b, relation, *_ in edges:
        if SIGN[relation]:
            key = (a, b) if a < b else (b, a)
            sums[key] = sums.get(key, 0) + SIGN[relation]
    return {key: 1 if value > 0 else -1 for key, value in sums.items() if value}


def breadth_first(start, neighbours):
    seen, front = {start}, [start]
    for _ in range(3):
        following = []
        for actor in front:
            for other in neighbours(actor):
                if other not in seen:
                    seen.add(other)
                    following.append(other)
        front = following
    return len(seen) - 1


class Networkx:
    def build(self, actors, edges):
        import networkx as nx
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(range(actors))
        graph.add_edges_from((a, b, {"rel": r, "doc": d, "conf": c, "year": y}) for a, b, r, d, c, y in edges)
        return graph

    def prepare(self, graph):
        self.graph = graph

    def backers(self, actor):
        def neighbours(actor):
            return (other for other, data in self.graph._adj[actor].items()
                    if any(edge["rel"] == "backed_by" for edge in data.values()))
        return breadth_first(actor, neighbours)

    def components(self, graph):
        import networkx as nx
        return nx.number_weakly_connected_components(graph)

    def triangles(self, graph, actors, edges):
        neighbours = collections.defaultdict(dict)
        for (a, b), sign in signed_pairs(edges).items():
            neighbours[a][b] = neighbours[b][a] = sign
        rank = {actor: (len(neighbours[actor]), actor) for actor in neighbours}
        onward = {a: {b: s for b, s in neighbours[a].items() if rank[b] > rank[a]} for a in neighbours}
        counts = [0] * 4
        for a, own in onward.items():
            for b, sign in own.items():
                for c in own.keys() & onward[b].keys():
                    counts[(sign < 0) + (own[c] < 0) + (onward[b][c] < 0)] += 1
        return counts

    def save(self, graph, path):
        import networkx as nx
        with open(path, "w") as file:
            json.dump(nx.node_link_data(graph, edges="edges"), file)

    def load(self, path):
        import networkx as nx
        with open(path) as file:
            return nx.node_link_graph(json.load(file), edges="edges")

    def tally(self, graph):
        return collections.Counter(
            (a, b, d["rel"], d["doc"], d["conf"], d["year"]) for a, b, d in graph.edges(data=True))

    def dot(self, graph, path):
        with open(path, "w") as file:
            file.write("digraph g {\n")
            file.writelines(f'n{a} -> n{b} [label="{d["rel"]}"];\n' for a, b, d in graph.edges(data=True))
            file.write("}\n")


class Igraph(Networkx):
    NAMES = ("rel", "doc", "conf", "year")

    def build(self, actors, edges):
        import igraph
        graph = igraph.Graph(n=actors, edges=[(edge[0], edge[1]) for edge in edges], directed=True)
        for place, name in enumerate(self.NAMES, 2):
            graph.es[name] = [edge[place] for edge in edges]
        return graph

    def prepare(self, graph):
        self.backed = graph.subgraph_edges(graph.es.select(rel="backed_by"), delete_vertices=False)

    def backers(self, actor):
        return self.backed.neighborhood_size(actor, order=3, mode="out") - 1

    def components(self, graph):
        return len(graph.connected_components("weak"))

    def triangles(self, graph, actors, edges):
        import igraph
        signs = signed_pairs(edges)
        counts = [0] * 4
        for triangle in igraph.Graph(n=actors, edges=list(signs)).list_triangles():
            a, b, c = sorted(triangle)
            counts[(signs[a, b] < 0) + (signs[b, c] < 0) + (signs[a, c] < 0)] += 1
        return counts

    def save(self, graph, path):
        with open(path, "w") as file:
            json.dump({"n": graph.vcount(), "e": [
                [e.source, e.target, e["rel"], e["doc"], e["conf"], e["year"]] for e in graph.es]}, file)

    def load(self, path):
        with open(path) as file:
            data = json.load(file)
        return self.build(data["n"], data["e"])

    def tally(self, graph):
        ends = graph.get_edgelist()
        return collections.Counter(
            zip((end[0] for end in ends), (end[1] for end in ends), *(graph.es[name] for name in self.NAMES)))

    def dot(self, graph, path):
        graph.write_dot(path)


class Rustworkx(Networkx):
    def build(self, actors, edges):
        import rustworkx
        graph = rustworkx.PyDiGraph(multigraph=True)
        graph.add_nodes_from(range(actors))
        graph.add_edges_from([(edge[0], edge[1], edge[2:]) for edge in edges])
        return graph

    def prepare(self, graph):
        import rustworkx
        self.backed = rustworkx.PyDiGraph(multigraph=False)
        self.backed.add_nodes_from(range(graph.num_nodes()))
        self.backed.add_edges_from_no_data(
            [(a, b) for a, b, data in graph.weighted_edge_list() if data[0] == "backed_by"])

    def backers(self, actor):
        return breadth_first(actor, self.backed.successor_indices)

    def components(self, graph):
        import rustworkx
        return rustworkx.number_weakly_connected_components(graph)

    triangles = None

    def save(self, graph, path):
        import rustworkx
        rustworkx.node_link_json(graph, path=path, edge_attrs=lambda w: {
            "rel": w[0], "doc": str(w[1]), "conf": str(w[2]), "year": str(w[3])})

    def load(self, path):
        import rustworkx
        return rustworkx.from_node_link_json_file(path)

    def tally(self, graph):
        return collections.Counter(graph.weighted_edge_list())

    def dot(self, graph, path):
        with open(path, "w") as file:
            file.write(graph.to_dot(edge_attr=lambda w: {"label": w[0]}))


def measure(library, size):
    peer = {"networkx": Networkx, "igraph": Igraph, "rustworkx": Rustworkx}[library]()
    importlib.import_module(library)
    actors, edges = generated(size)
    others = changed(actors, edges)
    folder = tempfile.mkdtemp()
    results = {}

    def timed(name, work, *arguments):
        start = time.process_time()
        result = work(*arguments)
        results[name] = round(time.process_time() - start, 4)
        return result

    graph = timed("build", peer.build, actors, edges)
    timed("index", peer.prepare, graph)
    r = random.Random(3)
    times = []
    for actor in [int(actors * r.random() ** 2) for _ in range(200)]:
        start = time.process_time()
        peer.backers(actor)
        times.append(time.process_time() - start)
    results["backers within 3 hops, ms"] = round(1000 * statistics.median(times), 4)
    timed("components", peer.components, graph)
    if peer.triangles:
        timed("triangles", peer.triangles, graph, actors, edges)
    timed("JSON save", peer.save, graph, f"{folder}/graph.json")
    timed("JSON load", peer.load, f"{folder}/graph.json")
    timed("diff, with building the other",
          lambda: (lambda a, b: (a - b, b - a))(peer.tally(graph), peer.tally(peer.build(actors, others))))
    timed("DOT", peer.dot, graph, f"{folder}/graph.dot")
    results["peak of memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    for file in os.listdir(folder):
        os.remove(f"{folder}/{file}")
    os.rmdir(folder)
    print(json.dumps({library: results}))


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["only"]:
        measure(words[2], words[1])
    else:
        chosen = [word for word in words if word not in SIZES] or ["networkx", "igraph", "rustworkx"]
        size = "small" if "small" in words else "large"
        for library in chosen:
            subprocess.run([sys.executable, __file__, "only", size, library], check=True)
