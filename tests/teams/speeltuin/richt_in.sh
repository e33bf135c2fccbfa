#!/usr/bin/env bash
# Puts a Teams client, a browser driver and the manifest schemas in the given folder; Debian packages only when missing.
set -euo pipefail
hier=$(dirname "${BASH_SOURCE[0]}")
nodig=()
command -v chromium >/dev/null || nodig+=(chromium)
command -v node >/dev/null || nodig+=(nodejs)
command -v npm >/dev/null || nodig+=(npm)
[ -e /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf ] || nodig+=(fonts-noto-color-emoji)
if [ ${#nodig[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "Voor de proeven met Teams ontbreekt iets. Typ eerst: sudo apt-get install ${nodig[*]}" >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null
  apt-get install -y -qq --no-install-recommends "${nodig[@]}" >/dev/null
fi
mkdir -p "$1"
cp "$hier"/package.json "$hier"/package-lock.json "$hier"/.npmrc "$1"/
cd "$1"
npm ci --ignore-scripts --no-audit --no-fund --silent
