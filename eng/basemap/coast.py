"""coast.py WEST/EAST/SOUTH/NORTH SHORELINES OUT: land polygons from the shoreline pieces that `gmt coast -M -W` prints.

The pieces are cut at the data set's bins: they are joined end to end, and what still ends on the region's frame is closed along it.
Land lies to the left of every piece, so land runs anticlockwise and lakes clockwise. Inside the Zhoushan box every point stays; elsewhere lines are simplified and islets left out.
"""
import sys

from rings import contains, feature, rounded, signed_area, simplified_by_runs, without_crossings, write_features

DETAIL = (121.5, 123.5, 29.5, 31.0)  # west, east, south, north
TOLERANCE = {"detail": 0.00002, "elsewhere": 0.0015}  # degrees: 2 m, 150 m
DECIMALS = {"detail": 5, "elsewhere": 4}
LEAST_AREA = {"detail": 0.0, "elsewhere": 2e-5}  # square degrees: 0.2 km²
LEAST_LAKE = 2e-3  # square degrees: 20 km²


def read(path):
    """Pieces by level: 1 land, 2 lakes."""
    pieces = {1: [], 2: []}
    for line in open(path, encoding="ascii"):
        if line.startswith(">"):
            piece = []
            pieces[int(line.rsplit("Level", 1)[1])].append(piece)
        else:
            piece.append(tuple(float(n) for n in line.split()))
    return pieces


def join(pieces):
    """Closed rings, and the lines that still end on the frame."""
    rings = [p for p in pieces if p[0] == p[-1]]
    by_start = {p[0]: p for p in pieces if p[0] != p[-1]}
    starts_inside = {p[-1] for p in by_start.values()}
    lines = [follow(by_start, start) for start in [s for s in by_start if s not in starts_inside]]
    while by_start:
        rings.append(follow(by_start, next(iter(by_start))))
    return rings, lines


def follow(by_start, start):
    line = list(by_start.pop(start))
    while line[-1] in by_start:
        line += by_start.pop(line[-1])[1:]
    return line


def close_on_frame(lines, frame):
    """Each line goes on anticlockwise along the frame to where the next one starts."""
    west, east, south, north = frame
    corners = [(west, south), (east, south), (east, north), (west, north)]
    length = 2 * (east - west + north - south)
    remaining, rings = list(lines), []
    while remaining:
        ring = remaining.pop(0)
        while True:
            here = along(ring[-1], frame)
            ahead = lambda p: (along(p, frame) - here) % length
            following = min(remaining + [ring], key=lambda l: ahead(l[0]))
            ring = ring + sorted((c for c in corners if 0 < ahead(c) < ahead(following[0])), key=ahead)
            if following[0] == ring[0]:
                break
            remaining.remove(following)
            ring = ring + following
        rings.append(ring + ring[:1])
    return rings


def along(point, frame):
    """Anticlockwise way along the frame from its south-west corner, in degrees."""
    west, east, south, north = frame
    x, y = point
    sides = [(abs(y - south), x - west), (abs(x - east), east - west + y - south),
             (abs(y - north), 2 * east - west - x + north - south), (abs(x - west), 2 * (east - west) + 2 * north - south - y)]
    return min(sides)[1]


def kind(point):
    west, east, south, north = DETAIL
    return "detail" if west <= point[0] <= east and south <= point[1] <= north else "elsewhere"


def generalised(ring, turn):
    place = "detail" if any(kind(p) == "detail" for p in ring) else "elsewhere"
    if abs(signed_area(ring)) < LEAST_AREA[place]:
        return None
    tolerance = {k: t / 2**turn for k, t in TOLERANCE.items()}
    ring = rounded(simplified_by_runs(ring, kind, tolerance), DECIMALS[place])
    return ring if len(ring) >= 4 and signed_area(ring) != 0 else None


def main(region, source, target):
    frame = tuple(float(n) for n in region.split("/"))
    pieces = read(source)
    islands, lines = join(pieces[1])
    lakes, _ = join(pieces[2])  # A lake that leaves the region is left out.
    large_lakes = [r for r in lakes if abs(signed_area(r)) > LEAST_LAKE]
    rings = without_crossings(islands + close_on_frame(lines, frame) + large_lakes, generalised)
    polygons = [[r] for r in sorted(rings, key=lambda r: -signed_area(r)) if signed_area(r) > 0]
    for lake in [r for r in rings if signed_area(r) < 0]:
        next(p for p in polygons if contains(p[0], lake[0])).append(lake)
    write_features(target, [feature("land", {}, polygons)])
    print(f"{len(polygons)} polygons, {sum(len(r) for p in polygons for r in p)} points")


if __name__ == "__main__":
    main(*sys.argv[1:])
