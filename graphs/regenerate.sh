#!/usr/bin/env bash
# Reads the articles of this folder anew and writes their graphs and pictures, and the difference of the two on Sudan.
#
#   swift build -c release --product alliance && graphs/regenerate.sh [PROGRAM]
#
# All files are made beside the old ones first: where a step fails, none of them is replaced.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${1:-${ALLIANCE_PROGRAM:-.build/release/alliance}}
if [ ! -x "$program" ]; then
  echo "$program: no such program; run: swift build -c release --product alliance" >&2
  exit 2
fi
made=$(mktemp -d graphs/.made.XXXXXX)
trap 'rm -rf "$made"' EXIT

while IFS=$'\t' read -r article date publisher; do
  name=${article%.txt}
  "$program" extract "graphs/$article" --date "$date" --publisher "$publisher" -o "$made/$name.json"
  "$program" diagram "$made/$name.json" -o "$made/$name.dot"
  "$program" diagram "$made/$name.json" -o "$made/$name.svg"
done < <(tail -n +2 graphs/articles.tsv)

# Exit status 1 says that the two differ.
difference() {
  "$program" diff "$made/sudan-2023-04.json" "$made/sudan-2023-05.json" "$@" || [ $? = 1 ]
}
# Not a .txt file, which would be taken for an article where this folder is read.
difference > "$made/sudan.diff"
difference --title "Sudan, April to May 2023" -o "$made/sudan-diff.dot"
difference --title "Sudan, April to May 2023" -o "$made/sudan-diff.svg"

chmod 644 "$made"/*
for file in "$made"/*; do
  name=${file##*/}
  if cmp -s "$file" "graphs/$name"; then echo "same     graphs/$name"; else echo "written  graphs/$name"; fi
  mv "$file" "graphs/$name"
done
