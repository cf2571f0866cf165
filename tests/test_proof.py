"""The proof sheet in a real browser: hover, click, keyboard, marking, saving, applying; and without JavaScript."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import convert
from convert.calibration import LOW
from convert.fixes import parse
from convert.model import Article, Block, Document, Part, Source
from convert.writers.to_proof import to_proof

from conftest import FIXTURES

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
browser_test = pytest.mark.skipif(not CHROMIUM, reason="needs Chromium (make system installs it)")
PAGE = FIXTURES / "river-after" / "input.txt"
NASTY = '<script>document.title="owned"</script> "q" \'q\' & \u202eevil'


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield chromium
        chromium.close()


@pytest.fixture
def sheet(browser, tmp_path: Path):
    path = tmp_path / "page.proof.html"
    path.write_text(to_proof(convert.read(PAGE)), "utf-8")
    page = browser.new_page()
    errors: list[str] = []
    requests: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    yield page
    assert not errors and all(url.startswith(("file:", "blob:")) for url in requests)
    page.close()


def doubtful() -> Document:
    spans = ((1, 1),), ((2, 2),), ((3, 3),)
    blocks = tuple(Block(f"第{k}段。", span, 0.3 if k != 1 else 0.99, "paragraph") for k, span in enumerate(spans))
    return Document(Source("d.txt", "0" * 64, "utf-8", ("第0段。", "第1段。", "第2段。")), "zh-Hans", (Article("a1", "article", blocks=blocks),))


@browser_test
def test_hover_and_focus_light_both_sides(sheet) -> None:
    line = sheet.locator("#raw li[data-p]").nth(3)
    part = line.get_attribute("data-p")
    line.hover()
    assert "lit" in sheet.locator(f"#{part}").get_attribute("class")
    other = sheet.locator(".part.paragraph").nth(3)
    sheet.mouse.move(2, 2)  # off the lines, which focusing scrolls under the pointer
    other.focus()
    name = other.get_attribute("id")
    assert sheet.locator("#raw li.lit").count() == sheet.locator(f'#raw li[data-p="{name}"]').count() > 0
    assert "lit" not in sheet.locator(f"#{part}").get_attribute("class")


@browser_test
def test_a_click_scrolls_to_the_other_side(sheet) -> None:
    sheet.set_viewport_size({"width": 1200, "height": 500})
    last = sheet.locator("#raw li[data-p]").last
    name = last.get_attribute("data-p")
    last.scroll_into_view_if_needed()
    last.locator("bdi").click()
    box = sheet.locator(f"#{name}").bounding_box()
    assert -50 <= box["y"] <= 500


@browser_test
def test_doubts_are_stepped_through_from_the_keyboard(browser, tmp_path: Path) -> None:
    path = tmp_path / "d.html"
    path.write_text(to_proof(doubtful()), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert "2 decisions of low confidence" in page.locator("#doubts").inner_text()
    seen = []
    for key in "nnnp":
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.id"))
    assert seen == ["a1-1", "a1-3", "a1-1", "a1-3"]
    page.close()


def marked(sheet, number: int, act: str, tmp_path: Path, **choice: str) -> None:
    sheet.locator(f"#L{number} bdi").click()
    for name, value in choice.items():
        sheet.select_option(f"#{name}", value)
    sheet.click(f'button[data-do="{act}"]')


def saved(sheet, folder: Path) -> Path:
    with sheet.expect_download() as waiting:
        sheet.click("#save")
    assert waiting.value.suggested_filename == "input.fix.yaml"
    target = folder / "page.fix.yaml"
    waiting.value.save_as(target)
    return target


@browser_test
def test_marks_are_saved_applied_and_do_what_the_reader_asked_for(sheet, tmp_path: Path, command) -> None:
    page = Path(shutil.copy(PAGE, tmp_path / "page.txt"))
    before = convert.read(PAGE)
    first, second = before.articles[0].blocks[:2]
    inside = first.lines[0][0] + 2
    marked(sheet, inside, "break", tmp_path)
    marked(sheet, second.lines[0][0], "join", tmp_path)
    photo = before.articles[-1]
    marked(sheet, photo.headline[0].lines[0][0], "move", tmp_path, article="1")
    caption = photo.blocks[0].lines[0][0]
    marked(sheet, caption, "role", tmp_path, role="credit")
    assert sheet.locator("#count").inner_text() == "4"
    fixes = parse("page.fix.yaml", saved(sheet, tmp_path).read_bytes())
    assert [fix.do for fix in fixes] == ["break", "join", "move", "role"]

    done = command(page, "--to", "json", "-o", "-")
    assert done.returncode == 0
    import json

    found = json.loads(done.stdout)
    starts = [b["lines"][0][0] for b in found["articles"][0]["blocks"]]
    assert inside in starts and second.lines[0][0] not in starts
    assert "".join(p.text for p in photo.headline) in "".join(p["text"] for p in [*found["articles"][0]["headline"], *found["articles"][0]["subheads"]])
    roles = {b["lines"][0][0]: b["role"] for a in found["articles"] for b in a["blocks"]}
    assert roles[caption] == "credit"
    assert not [w for w in found["warnings"] if w["rule"] == "stale-fix"]


@browser_test
def test_undo_takes_the_last_mark_back(sheet, tmp_path: Path) -> None:
    marked(sheet, 3, "break", tmp_path)
    sheet.click("#undo")
    assert sheet.locator("#count").inner_text() == "0" and sheet.locator("#save").is_disabled()


@browser_test
def test_titles_and_text_are_shown_as_text(browser, tmp_path: Path) -> None:
    part = Part(NASTY, ((1, 1),))
    document = Document(Source(NASTY, "0" * 64, "utf-8", (NASTY,)), "und",
                        (Article("a1", "article", part, (part,), blocks=(Block(NASTY, ((1, 1),), 1.0, "paragraph"),)),))
    path = tmp_path / "x.html"
    path.write_text(to_proof(document), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.title().startswith("Proof: <script>")
    assert page.locator("main .paragraph bdi").inner_text() == NASTY.replace("\u202e", "[U+202E]")
    page.close()


@browser_test
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_aa_and_a_phone_fits(browser, tmp_path: Path, scheme: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(to_proof(convert.read(PAGE)), "utf-8")
    page = browser.new_page(color_scheme=scheme, viewport={"width": 360, "height": 700}, java_script_enabled=True)
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    lowest = page.evaluate("""() => {
      const lum = c => { const v = c.match(/[\\d.]+/g).slice(0, 3).map(x => { x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; }); return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
      const back = el => { for (; el; el = el.parentElement) { const c = getComputedStyle(el).backgroundColor; if (!/, 0\\)$|transparent/.test(c)) return c; } return getComputedStyle(document.body).backgroundColor; };
      let low = 99;
      for (const el of document.querySelectorAll('#raw li bdi, .part bdi, .role, small, .meta, header p, header a, #doubts, .key span, h1, h2')) {
        const a = lum(getComputedStyle(el).color), b = lum(back(el)), r = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (r < low) low = r;
      } return low; }""")
    assert lowest >= 4.5
    page.close()


@browser_test
def test_it_is_readable_without_javascript(browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(to_proof(convert.read(PAGE)), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator("main article").count() == len(convert.read(PAGE).articles)
    page.locator("main small a").first.click()
    assert page.url.split("#")[1].startswith("L") and not page.locator("#marker").is_visible()
    context.close()


@browser_test
def test_the_index_sorts_by_its_columns(browser, tmp_path: Path, command) -> None:
    for name in ("river-after", "river-single", "harbour-evening"):
        (tmp_path / "pages").mkdir(exist_ok=True)
        shutil.copy(FIXTURES / name / "input.txt", tmp_path / "pages" / f"{name}.txt")
    assert command("pages", "--to", "proof", "-o", "out").returncode == 0
    page = browser.new_page()
    page.goto((tmp_path / "out/index.html").as_uri())
    page.click("th:nth-child(2) button")
    counts = [int(text) for text in page.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts) and len(counts) == 3
    page.locator("tbody a").first.click()
    assert page.locator("main article").count() > 0
    page.close()


def test_landmarks_and_headings() -> None:
    text = to_proof(convert.read(PAGE))
    for mark in ("<header>", "<main ", "<h1>", "<h2 ", 'aria-label="Confidence', '<html lang="en">', 'lang="zh-Hans"'):
        assert mark in text
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", text)


def test_what_happened_is_marked_in_the_raw_text() -> None:
    text = to_proof(convert.read(PAGE))
    for mark in ("joins", "ends", "blank", "spaced", "mended"):
        assert re.search(rf'<li id="L\d+"[^>]*class="[^"]*\b{mark}\b', text), mark
    assert "furniture" in to_proof(convert.read(FIXTURES / "river-side" / "input.txt"))


def test_a_large_page_stays_in_proportion() -> None:
    lines = ("今年以来，河湾市投放公共自行车两千辆，新建停放点。",) * 20_000
    blocks = tuple(Block(lines[0], ((n, n),), 0.5 if n % 50 == 0 else 0.99, "paragraph") for n in range(1, 20_001))
    document = Document(Source("big.txt", "0" * 64, "utf-8", lines), "zh-Hans", (Article("a1", "article", blocks=blocks),))
    text = to_proof(document)
    assert len(text.encode()) < 12 * sum(len(line.encode()) for line in lines)
    assert len(re.search(r'points="([^"]*)"', text)[1].split()) <= 600


def test_low_confidence_is_counted() -> None:
    text = to_proof(doubtful())
    assert "2 decisions of low confidence" in text and f"under {LOW}" in text
