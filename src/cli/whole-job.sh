#!/bin/sh
# The whole job on one article, as a person would do it: import, six annotations, a brief, check, PDF, and a changed word.
# Takes the program, the article and an empty folder to work in. Stops at the first command that does not end as it should.
set -eu

verbatim=$1
article=$2
folder=$3
VERBATIM_LIBRARY=$folder/Work.verbatim
export VERBATIM_LIBRARY

run() { node "$verbatim" "$@"; }
field() { node -e 'console.log(JSON.parse(require("fs").readFileSync(0, "utf8"))[process.argv[1]])' "$1"; }
annotate() { run --json annotate "$key" --quote "$1" --speaker "$2" --stance "$3" --topic elections | field id; }

run import "$article"
run --json sources | node -e 'console.log(JSON.parse(require("fs").readFileSync(0, "utf8"))[0].citekey)' >"$folder/citekey"
key=$(cat "$folder/citekey")

one='attempt to conduct so-called elections by the illegally installed regime is legally and morally reprehensible'
two='a clear violation of Azerbaijan´s sovereignty and territorial integrity'
three='the only way to achieve peace and stability in the region is the unconditional and complete withdrawal of the Armenian armed forces'
four='does not recognise the constitutional and legal framework'
five='does not recognize this illegitimate election which constitutes violation of Azerbaijan’s sovereignty and territorial integrity.'
six='This step is a flagrant violation of international law including the UN Security Council resolutions and the OSCE principles,'

a=$(annotate "$one" 'Mumtaz Zahra Baloch' against)
b=$(annotate "$two" 'Foreign Ministry of Azerbaijan' against)
c=$(annotate "$three" 'Foreign Ministry of Azerbaijan' against)
d=$(annotate "$four" 'European Union' against)
e=$(annotate "$five" 'Turkey' against)
f=$(annotate "$six" 'Foreign Ministry of Turkey' against)

cat >"$folder/brief.md" <<BRIEF
---
title: Six statements on one election
lang: en
---

# Six statements on one election

Pakistan’s spokesperson, Mumtaz Zahra Baloch, called any :quote[“$one”]{#$a} [@$key].
Azerbaijan saw :quote[$two]{#$b} and named its condition:

:::quote{#$c}
$three
:::

The European Union :quote[“$four”]{#$d}. Turkey :quote[“$five”]{#$e}, and its ministry said:
:quote[“$six”]{#$f}.
BRIEF

brief=$(run --json brief import "$folder/brief.md" | field id)
run --json check "$brief" >"$folder/checked.json"
run brief export "$brief" --to pdf --out "$folder/brief.pdf"
run brief export "$brief" --to md --out "$folder/out.md"

sed 's/illegally installed/legally installed/' "$folder/brief.md" >"$folder/changed.md"
code=0
run --json check "$folder/changed.md" >"$folder/changed.json" || code=$?
test "$code" -eq 1

changed=$(run --json brief import "$folder/changed.md" | field id)
code=0
run --json check "$changed" >"$folder/changed-brief.json" || code=$?
test "$code" -eq 1
