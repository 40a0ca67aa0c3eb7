"""Rings: closed lists of (longitude, latitude), last equal to first. Standard library only."""
import json
from collections import defaultdict
from itertools import combinations
from math import floor


def signed_area(ring):
    """Square degrees; positive when the ring runs anticlockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:])) / 2


def contains(ring, point):
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def simplified(line, tolerance):
    """Douglas–Peucker; both ends stay. A closed line keeps its farthest point too, so it does not collapse."""
    if len(line) < 3:
        return list(line)
    keep = {0, len(line) - 1}
    pending = [(0, len(line) - 1)]
    while pending:
        first, last = pending.pop()
        index, distance = farthest(line, first, last)
        if distance > tolerance:
            keep.add(index)
            pending += [(first, index), (index, last)]
    return [line[i] for i in sorted(keep)]


def farthest(line, first, last):
    best, index = -1.0, first
    for i in range(first + 1, last):
        distance = distance_to_segment(line[i], line[first], line[last])
        if distance > best:
            best, index = distance, i
    return index, best


def distance_to_segment(point, start, end):
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    t = 0 if length == 0 else max(0, min(1, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length))
    return ((point[0] - start[0] - t * dx) ** 2 + (point[1] - start[1] - t * dy) ** 2) ** 0.5


def simplified_by_runs(ring, kind, tolerance):
    """Simplifies each run of points of one kind by itself, with tolerance[kind]; points between runs stay."""
    open_ring = ring[:-1]
    kinds = [kind(p) for p in open_ring]
    start = next((i for i in range(len(kinds)) if kinds[i] != kinds[i - 1]), 0)
    open_ring, kinds = open_ring[start:] + open_ring[:start], kinds[start:] + kinds[:start]
    result, begin = [], 0
    for i in range(1, len(open_ring) + 1):
        if i == len(open_ring) or kinds[i] != kinds[begin]:
            run = open_ring[begin:i] + ([open_ring[begin]] if i - begin == len(open_ring) else [])
            result += simplified_either_way(run, tolerance[kinds[begin]])
            begin = i
    return result if result[0] == result[-1] else result + result[:1]


def simplified_either_way(run, tolerance):
    """The same points whichever way the run is walked, so that two neighbours keep one border."""
    return simplified(run, tolerance) if run[0] <= run[-1] else simplified(run[::-1], tolerance)[::-1]


def rounded(ring, decimals):
    result = []
    for x, y in ring:
        point = (round(x, decimals), round(y, decimals))
        if not result or point != result[-1]:
            result.append(point)
    return result


def without_repeats(ring):
    """A ring that touches itself at a point becomes rings that do not; spikes vanish."""
    rings, open_ring = [], []
    for point in ring:
        if point in open_ring:
            start = open_ring.index(point)
            rings.append(open_ring[start:] + [point])
            open_ring = open_ring[:start]
        open_ring.append(point)
    return [r for r in rings if len(r) >= 4 and signed_area(r) != 0]


def without_crossings(rings, generalise, turns=4):
    """Generalises rings (generalise(ring, turn) gives one or None), more gently those that would cross or touch.

    Where the source itself crosses, the smaller ring gives up the points beside the crossing.
    """
    rings, turn = dict(enumerate(rings)), defaultdict(int)
    while True:
        result = {i: generalise(r, turn[i]) for i, r in rings.items() if len(r) >= 4}
        result = {i: r for i, r in result.items() if r}
        crossing = crossings(result)
        if not crossing:
            return list(result.values())
        for pair, points in crossing.items():
            smallest = min(pair, key=lambda i: abs(signed_area(result[i])))
            if turn[smallest] >= turns:
                rings[smallest] = closed([p for p in result[smallest][:-1] if p not in points])
            for i in pair:
                turn[i] += 1


def closed(points):
    return points + points[:1]


def crossings(rings, cell=0.01):
    """The ends of segments that cross or touch, by the set of the one or two keys of their rings; a grid of cells keeps the pairs few."""
    grid = defaultdict(list)
    for key, ring in rings.items():
        for i, (a, b) in enumerate(zip(ring, ring[1:])):
            for x in range(floor(min(a[0], b[0]) / cell), floor(max(a[0], b[0]) / cell) + 1):
                for y in range(floor(min(a[1], b[1]) / cell), floor(max(a[1], b[1]) / cell) + 1):
                    grid[x, y].append((key, i, a, b))
    found = defaultdict(set)
    for segments in grid.values():
        for (k, i, a, b), (l, j, c, d) in combinations(segments, 2):
            neighbours = k == l and abs(i - j) in (0, 1, len(rings[k]) - 2)
            if not neighbours and meet(a, b, c, d):
                found[frozenset((k, l))].update((a, b, c, d))
    return found


def meet(a, b, c, d):
    sides = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
    if 0 not in sides:
        return sides[0] != sides[1] and sides[2] != sides[3]
    return any(s == 0 and between(p, q, r) for s, (p, q, r) in zip(sides, ((a, b, c), (a, b, d), (c, d, a), (c, d, b))))


def side(a, b, point):
    turn = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
    return (turn > 1e-15) - (turn < -1e-15)


def between(a, b, point):
    return min(a[0], b[0]) <= point[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= point[1] <= max(a[1], b[1])


def write_features(path, features):
    """One feature a line; coordinates without blanks."""
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n")


def feature(identity, properties, polygons):
    return {"type": "Feature", "id": identity, "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}
