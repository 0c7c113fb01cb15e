#!/usr/bin/env bash
# Kills builds of a small site at every moment there is, one on top of another (all_kills.c), and at some of
# those that a third and a fourth one would come upon.
#
# SHARE=20 goes on from each twentieth moment after two kills (a minute), SHARE=1 from each.
set -euo pipefail

here=$(dirname "$(realpath "$0")")
tools=$(dirname "${ZONALE:-$here/../../build/zonale}")
# In memory, where there is such a place: some million files are made, and no disk is tried here.
folder=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$tools/all_kills" "$folder" 3 "${SHARE:-400}"
