"""The command: parse arguments, run, report. Exit codes: 0, 1 (a page failed), 2 (usage), 130 (interrupted)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from convert import __version__

_EXAMPLE = """\b
Examples:
  convert page.txt                             # page.md beside it
  convert pages/ --to md,json,epub -o out/     # a whole archive
  convert page.txt --to json -o - | jq .articles[].headline
  convert pages/ -o out/ --check --report report.json

\b
Exit codes: 0 done; 1 a page failed (or, with --check, would change); 2 wrong usage; 130 interrupted.
"""


class _Command(click.Command):
    """Shows usage errors in one line, like every other error."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.UsageError as error:
            _fail(f"{error.format_message()} (see convert --help)", 2)
        except click.Abort:
            _fail("interrupted", 130)
        except click.exceptions.Exit as error:
            sys.exit(error.exit_code)


def _fail(message: str, code: int) -> None:
    print("convert: " + " ".join(message.split()), file=sys.stderr)
    sys.exit(code)


@click.command(cls=_Command, epilog=_EXAMPLE, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.argument("inputs", nargs=-1, metavar="INPUT...", type=str)
@click.option("--to", multiple=True, metavar="FORMATS", help="Formats, comma-separated: md (default), json, epub, proof.")
@click.option("-o", "--output", metavar="PATH", help="File or folder to write; - is standard output. Default: beside each input.")
@click.option("--script", metavar="NAME", help="Convert the script with OpenCC: s2t, t2s, s2tw, s2twp, s2hk, tw2s, …")
@click.option("--rules", multiple=True, metavar="FILE", help="Lay a rule file over the built-in rules; repeatable.")
@click.option("--glob", metavar="PATTERN", help="Which files of a folder are pages.  [default: *.txt]")
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes.  [default: the cores that this process may use]")
@click.option("--merge", metavar="FILE", help="Write all pages into one EPUB, a part a page, in page order.")
@click.option("--provenance/--no-provenance", default=None, help="Put source lines into Markdown (comments) and EPUB (data-lines).")
@click.option("--force", is_flag=True, help="Convert pages again even where nothing has changed.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 and list the outputs that would change.")
@click.option("--fail-on", metavar="WHAT", help="Exit 1 on: warning, or low-confidence=0.8.")
@click.option("--report", metavar="FILE", help="Write a JSON report, a row a page.")
@click.option("--junit", metavar="FILE", help="Write a JUnit XML report, a case a page.")
@click.option("--log-format", type=click.Choice(["text", "json"]), default=None, help="How stderr reports.  [default: text]")
@click.option("-q", "--quiet", is_flag=True, default=None, help="Report failures only.")
@click.option("-v", "--verbose", is_flag=True, default=None, help="Report every page and every warning.")
@click.option("--config", metavar="FILE", help="Settings file; default: convert.yaml or pyproject.toml, found upwards.")
@click.version_option(__version__, prog_name="convert")
def main(**given: Any) -> None:
    """Turn raw text dumps of newspaper pages into clean articles.

    INPUT is a file, a folder (searched for pages), @list.txt (a file of inputs, one a line) or - for
    standard input.
    """
    from convert.errors import ConvertError

    try:
        code = _convert(given)
    except ConvertError as error:
        _fail(str(error), error.exit_code)
    except KeyboardInterrupt:
        _fail("interrupted; what was done stays, and the next run goes on from there", 130)
    except BrokenPipeError:
        sys.stderr.close()
        code = 1
    sys.exit(code)


def _convert(given: dict[str, Any]) -> int:
    from convert import config, run
    from convert.errors import UsageError

    if given["config"]:
        settings = config.read(Path(given["config"]))
    else:
        found = config.find(Path.cwd())
        settings = found[1] if found else {}
    values = {key: settings.get(key) if value in (None, ()) else value for key, value in given.items()}
    if not given["inputs"]:
        raise UsageError("no input; give a file, a folder, @list.txt or - (see convert --help)")
    return run.run(values)
