#!/bin/sh
# Makes data/basemap/ again: the coast from GSHHG (Debian packages), the district outlines from ../shared/data where that folder is present.
set -eu
export PYTHONDONTWRITEBYTECODE=1
root=$(cd "$(dirname "$0")/../.." && pwd)
region=119/126/26/34

command -v gmt >/dev/null && dpkg -s gmt-gshhg-full >/dev/null 2>&1 ||
  apt-get install -y --no-install-recommends gmt gmt-gshhg-full

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# -A0/0/2: land and lakes, no islands in lakes; -M -W: the shorelines as text, cut at the data set's one-degree bins.
(cd "$work" && gmt coast -R$region -Df -A0/0/2 -M -W >shorelines.txt)
python3 "$root/eng/basemap/coast.py" $region "$work/shorelines.txt" "$root/data/basemap/coast.geojson"

outlines=$root/../shared/data/geo/zhoushan-districts.wgs84.geojson
if [ -f "$outlines" ]; then
  python3 "$root/eng/basemap/districts.py" "$outlines" "$root/data/basemap/districts.geojson"
else
  echo "districts.geojson left as it is: $outlines is missing" >&2
fi
wc -c "$root"/data/basemap/*.geojson
