# Java and Chromium for the tests, from Debian's packages; elsewhere it says what is missing.
# With the word "fonts" a Chinese font too, for the screenshots; with "poppler" pdftotext, for tools/printed.py.
missing=""
[ "${1:-}" = fonts ] && ! fc-list :lang=zh 2>/dev/null | grep -q . && missing="fonts-wqy-zenhei"
[ "${1:-}" = poppler ] && ! command -v pdftotext >/dev/null 2>&1 && missing="poppler-utils"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "The tests of EPUB and of the proof sheet need:$missing (they are skipped without)" >&2
fi
