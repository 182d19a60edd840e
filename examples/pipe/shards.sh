#!/bin/sh
# Restores a directory of sharded JSONL files with GNU parallel, a process for each core:
#
#   examples/pipe/shards.sh IN_DIR OUT_DIR [OPTION]...
#
# The contract that this rests on, and that Spark's rdd.pipe, Hadoop Streaming and Slurm arrays ask for as well: a line in
# is a line out, in the same order; a line is answered before the next one is read; bad records go aside and make the exit
# status 1, any other failure makes it 2 or more.
#
#   Spark:   rdd.pipe("unspin --jsonl --quiet")
#   Hadoop:  -mapper "unspin --jsonl --quiet" -reducer NONE
#   Slurm:   srun unspin --jsonl --quiet --resume -o "out/$SLURM_ARRAY_TASK_ID.jsonl" "in/$SLURM_ARRAY_TASK_ID.jsonl"
#
# Each shard is gone on with where it was left if the script is run again. Ends with status 77 without GNU parallel.
set -u
command -v parallel >/dev/null || { echo "skipped: GNU parallel is not installed: apt-get install parallel" >&2; exit 77; }
in=$1
out=$2
shift 2
mkdir -p "$out"
# A shard with bad records (status 1) is done; one that failed stops the rest.
find "$in" -name '*.jsonl*' -type f | sort |
  parallel --no-notice --halt soon,fail=1 \
    "${UNSPIN:-unspin} --jsonl --quiet --resume $* --rejects $out/{/}.rejects -o $out/{/} {} || [ \$? -eq 1 ]"
