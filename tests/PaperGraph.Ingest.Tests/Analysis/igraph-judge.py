"""Computes PageRank and communities of a graph by igraph.

Standard input has the number of nodes, a line for each edge (two nodes and a weight), and a line with the community of each node.
Standard output gets a line of ranks, and a line with the modularity of those communities and that of the best that igraph finds.
"""
import random
import sys

import igraph

lines = sys.stdin.read().splitlines()
edges = [line.split() for line in lines[1:-1]]
graph = igraph.Graph(int(lines[0]), [(int(a), int(b)) for a, b, _ in edges])
graph.es["weight"] = [float(weight) for _, _, weight in edges]
given = [int(community) for community in lines[-1].split()]

random.seed(1)
found = [graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1) for _ in range(3)]
found.append(graph.community_multilevel(weights="weight"))

print(*map(repr, graph.pagerank(weights="weight", damping=0.85)))
print(graph.modularity(given, weights="weight"), max(graph.modularity(each, weights="weight") for each in found))
