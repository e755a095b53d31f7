#!/bin/bash
# Starts and stops a Slurm cluster on this machine: `cluster.sh start DIR [NODES]`, `cluster.sh stop DIR`.
# Needs the Debian packages slurm-wlm and munge, and a host name that resolves to 127.0.0.1. Everything it writes lies in DIR.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
action=${1:?start or stop}
dir=$(realpath -m "${2:?folder of the cluster}")
nodes=${3:-1}
port=${CLUSTER_PORT:-16817}
export SLURM_CONF=$dir/slurm.conf
PATH=$PATH:/usr/sbin:/sbin

fail() {
  echo "cluster.sh: $1" >&2
  stop
  exit 1
}

# daemon NAME COMMAND…: runs it in the background and keeps its process id.
daemon() {
  local name=$1
  shift
  setsid "$@" </dev/null >"$dir/$name.out" 2>&1 &
  echo $! >"$dir/pids/$name"
}

# until_true MESSAGE COMMAND…: for 30 seconds at most.
until_true() {
  local message=$1 end=$((SECONDS + 30))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || fail "$message; see the .out files in $dir"
    sleep 0.1
  done
}

all_idle() { [ "$(timeout 5 sinfo --noheader --Node --format=%T | grep -c '^idle')" -eq "$nodes" ]; }

node_lines() {
  local cores memory index
  cores=$(($(nproc) / nodes))
  memory=$(($(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo) * 9 / 10 / nodes))
  for index in $(seq "$nodes"); do
    echo "NodeName=node$index NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + index)) CPUs=$((cores > 0 ? cores : 1)) RealMemory=$memory State=UNKNOWN"
  done
}

start() {
  host=$(hostname -s)
  [ "$(getent hosts "$host" | awk 'NR == 1 { print $1 }')" = 127.0.0.1 ] ||
    { echo "cluster.sh: put the line '127.0.0.1 $host' first in /etc/hosts: Slurm looks the host name up." >&2; exit 1; }
  # Every user must reach munge's socket, but only this one may read its key.
  mkdir -p "$dir"/{munge,pids,state}
  chmod 755 "$dir" "$dir/munge"
  chmod 700 "$dir/state"
  [ -s "$dir/munge/key" ] || (umask 077 && head -c 1024 /dev/urandom >"$dir/munge/key")
  local text
  text=$(<"$here/slurm.conf.in")
  text=${text//@HOST@/$host}
  text=${text//@USER@/$(id -un)}
  text=${text//@PORT@/$port}
  text=${text//@DIR@/$dir}
  text=${text//@NODES@/$(node_lines)}
  printf '%s\n' "$text" >"$SLURM_CONF"
  daemon munged munged --foreground --socket="$dir/munge/socket" --key-file="$dir/munge/key" --log-file="$dir/munge/log" \
    --pid-file="$dir/munge/pid" --seed-file="$dir/munge/seed"
  until_true 'munged did not start' munge --no-input --socket="$dir/munge/socket"
  daemon slurmctld slurmctld -D -f "$SLURM_CONF"
  until_true 'slurmctld did not start' timeout 5 scontrol ping
  local index
  for index in $(seq "$nodes"); do daemon "slurmd-$index" slurmd -D -N "node$index" -f "$SLURM_CONF"; done
  until_true 'the nodes did not become idle' all_idle
}

# The nodes first, so that the controller can still take their last message.
stop() {
  local file pid
  for file in "$dir"/pids/slurmd-* "$dir/pids/slurmctld" "$dir/pids/munged"; do
    [ -e "$file" ] || continue
    pid=$(cat "$file")
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 50); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
    rm -f "$file"
  done
}

case $action in
  start) start ;;
  stop) stop ;;
  *) echo "cluster.sh: start or stop, not $action" >&2; exit 2 ;;
esac
