"""districts.py OUTLINES OUT: district outlines, generalised from a published outline drawn on a grid of about 100 m.

The steps of the grid are smoothed away; a border that two districts share is simplified once, so that no gap opens.
"""
import json
import sys
from collections import Counter

from rings import feature, rounded, signed_area, simplified_by_runs, without_crossings, without_repeats, write_features

NAMES = {
    "330902": ("定海区", "Dinghai District"),
    "330903": ("普陀区", "Putuo District"),
    "330921": ("岱山县", "Daishan County"),
    "330922": ("嵊泗县", "Shengsi County"),
}
TOLERANCE = 0.0007  # degrees: 70 m, less than a step of the grid
DECIMALS = 4


def outer_rings(geometry):
    """Anticlockwise; the source has no holes."""
    rings = [r for polygon in geometry["coordinates"] for r in without_repeats([tuple(p) for p in polygon[0]])]
    return [r if signed_area(r) > 0 else r[::-1] for r in rings]


def generalised(ring, turn, shared):
    tolerance = {"border": TOLERANCE, "shore": TOLERANCE / 2**turn}
    ring = rounded(simplified_by_runs(ring, lambda p: "border" if p in shared else "shore", tolerance), DECIMALS)
    return ring if len(ring) >= 4 and signed_area(ring) != 0 else None


def main(source, target):
    with open(source, encoding="utf-8") as file:
        districts = {f["id"]: outer_rings(f["geometry"]) for f in json.load(file)["features"]}
    count = Counter(p for rings in districts.values() for p in {q for r in rings for q in r})
    shared = {p for p, n in count.items() if n > 1}
    features = []
    for code, (zh, en) in NAMES.items():
        rings = without_crossings(districts[code], lambda ring, turn: generalised(ring, turn, shared))
        rings.sort(key=lambda r: -signed_area(r))
        features.append(feature(code, {"name_zh": zh, "name_en": en}, [[r] for r in rings]))
    write_features(target, features)
    print(f"{len(features)} districts, {sum(len(p[0]) for f in features for p in f['geometry']['coordinates'])} points, {len(shared)} shared")


if __name__ == "__main__":
    main(*sys.argv[1:])
