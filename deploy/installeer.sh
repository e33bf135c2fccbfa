#!/usr/bin/env bash
# Installs Deelwijzer into one folder, from this checkout: packages by lock with hashes, language model and look-up
# lists made once, and a list of all parts (SBOM) beside them. After this nothing is fetched any more.
# The container file and an installation by hand take the same steps. Usage: deploy/installeer.sh FOLDER
set -euo pipefail
doel=${1:?geef de map op, zoals /opt/deelwijzer}
hier=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python=${PYTHON:-python3}
export PIP_DISABLE_PIP_VERSION_CHECK=1 DEELWIJZER_BOUW="$doel/build" PYTHONWARNINGS=ignore PYTHONDONTWRITEBYTECODE=1
install -d "$doel"

stap() { echo "== $*"; }

stap "pakketten"
"$python" -m venv --clear "$doel/omgeving"
pip=("$doel/omgeving/bin/python" -m pip --quiet)
"${pip[@]}" install --require-hashes --no-deps -r "$hier/requirements.lock"

stap "Deelwijzer zelf"
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cp -r "$hier"/{pyproject.toml,README.md,LICENSE,kennis,intents,bot} "$werk/"
"${pip[@]}" install --no-deps --no-index --no-build-isolation "$werk"

stap "woordenlijsten en taalmodel"
cd "$doel"
"$doel/omgeving/bin/python" -m bot.privacy.bouw "$doel/build/privacy"
"$doel/omgeving/bin/python" -m intents.bouw

stap "lijst van onderdelen en licenties"
"$python" -m venv --clear "$werk/gereedschap"
"$werk/gereedschap/bin/python" -m pip --quiet install --require-hashes --no-deps -r "$hier/deploy/gereedschap/requirements.lock"
"$werk/gereedschap/bin/cyclonedx-py" environment --output-reproducible --output-file "$doel/sbom.json" \
  "$doel/omgeving/bin/python"
"$werk/gereedschap/bin/pip-licenses" --python "$doel/omgeving/bin/python" --from=mixed --format=markdown \
  --output-file "$doel/LICENTIES.md" >/dev/null

stap "proef"
"$doel/omgeving/bin/deelwijzer" vraag "mag de school verzuim delen met leerplicht?" >/dev/null
echo "Klaar: $doel"
