#!/bin/sh
# Settings of the trial server, made once; then the server itself. Accounts: deelwijzer (the bot) and anna (you).
set -eu
umask 077
cd /data  # where its log goes too
if [ ! -f /data/homeserver.yaml ]; then
  python -m synapse.app.homeserver -c /data/homeserver.yaml --generate-config \
    --server-name praat.test --report-stats=no --data-directory /data
  printf '\nenable_registration: false\nsuppress_key_server_warning: true\n' >> /data/homeserver.yaml
  python -c 'import secrets; print(secrets.token_urlsafe(24))' > /data/wachtwoord-bot
  python -c 'import secrets; print(secrets.token_urlsafe(9))' > /data/wachtwoord-anna
fi
(
  until python -c 'import urllib.request as u; u.urlopen("http://127.0.0.1:8008/health", timeout=2)' 2>/dev/null; do
    sleep 1
  done
  for wie in bot:deelwijzer anna:anna; do
    register_new_matrix_user --no-admin -c /data/homeserver.yaml -u "${wie#*:}" \
      --password-file "/data/wachtwoord-${wie%:*}" http://127.0.0.1:8008 >/dev/null 2>&1 || true
  done
  touch /data/klaar
) &
exec python -m synapse.app.homeserver -c /data/homeserver.yaml
