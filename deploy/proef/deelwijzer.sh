#!/bin/sh
# Logs the bot in once, then runs it.
set -eu
until [ -f /synapse/klaar ]; do sleep 1; done
[ -f /var/lib/deelwijzer/matrix/sessie.json ] || deelwijzer matrix aanmelden --config /etc/deelwijzer/instellingen.yaml
exec deelwijzer start --config /etc/deelwijzer/instellingen.yaml
