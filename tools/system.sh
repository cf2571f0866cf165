# Java and Chromium for the tests, from Debian's packages; elsewhere it says what is missing.
# With the word "fonts" the Chinese fonts too that the screenshots and tools/printed.py name; with "poppler" pdftotext and its character maps, for tools/printed.py and vertical.py.
missing=""
[ "${1:-}" = fonts ] && ! fc-list 2>/dev/null | grep -q "Noto Serif CJK" && missing="fonts-noto-cjk"
[ "${1:-}" = poppler ] && ! command -v pdftotext >/dev/null 2>&1 && missing="poppler-utils"
[ "${1:-}" = poppler ] && ! [ -d /usr/share/poppler/cMap ] && missing="$missing poppler-data"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "The tests of EPUB and of the proof sheet need:$missing (they are skipped without)" >&2
fi
