#!/usr/bin/env bash
# Puts the OpenID provider and the checker of accessibility in the given folder; Chromium and node come with the Teams tests.
set -euo pipefail
hier=$(dirname "${BASH_SOURCE[0]}")
mkdir -p "$1"
cp "$hier"/package.json "$hier"/package-lock.json "$hier"/.npmrc "$1"/
cd "$1"
npm ci --ignore-scripts --no-audit --no-fund --silent
