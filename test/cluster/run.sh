#!/bin/bash
# Makes a class set on a Slurm cluster of two nodes, in four parts of which one is killed on the way, and compares every file with the set
# that one machine makes. Run it by hand after `npm ci`: `test/cluster/run.sh [FOLDER FOR THE RUN]`. It takes about two minutes.
# Where Slurm is missing it says so and ends with 77.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
PATH=$PATH:/usr/sbin:/sbin
for program in slurmctld slurmd sbatch munged; do
  command -v "$program" >/dev/null || { echo "skipped: $program is missing (Debian: slurm-wlm, munge)"; exit 77; }
done
work=$(realpath -m "${1:-$(mktemp -d)}")
mkdir -p "$work"
export SLURM_CONF=$work/cluster/slurm.conf RECKONER=$project
trap '"$project/test/cluster/cluster.sh" stop "$work/cluster"' EXIT
"$project/test/cluster/cluster.sh" start "$work/cluster" 2
cd "$work"

students=${STUDENTS:-96}
{ echo id,name; seq -f '%03g' "$students" | sed 's/.*/&,Student &/'; } >roster.csv
options=(roster.csv --chapters pool-price --seed cluster --lang en)
node "$project/dist/cli/main.js" class "${options[@]}" --out one --jobs 1

# Kills the program of the first part once, as soon as that part has some handouts.
kill_one() {
  until [ "$(cat several/parts/1-of-4.jsonl 2>/dev/null | wc -l)" -ge 3 ]; do sleep 0.02; done
  pkill -KILL -f 'dist/cli/main.js class .*--shard 1/4' && echo killed >killed.txt
}
kill_one &
"$project/examples/slurm/submit.sh" 4 "${options[@]}" --out several
wait
[ -s killed.txt ] || { echo 'no part was killed: the run proves nothing about requeueing' >&2; exit 1; }
grep -q 'is queued again' class-part-*-1.log || { echo 'the killed part was not queued again' >&2; exit 1; }

diff -r --exclude=parts one several
echo "equal: $(find one -type f | wc -l) files, one part killed and queued again"
