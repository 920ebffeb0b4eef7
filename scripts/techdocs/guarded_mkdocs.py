"""Runs mkdocs, unless the site asks for an extension that nobody vouched for.

An extension is a Python module named by the repository; TechDocs checks plugins, themes and YAML
tags, but not these. Names are compared whole: `module:Class` would escape the settings that
techdocs-core forces on an extension.
"""
import sys

import yaml
from mkdocs.__main__ import cli

MARKDOWN = {
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code",
    "footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists",
    "smarty", "tables", "toc", "wikilinks",
}
PYMDOWN = {
    "arithmatex", "betterem", "blocks.admonition", "blocks.caption", "blocks.definition",
    "blocks.details", "blocks.tab", "caret", "critic", "details", "emoji", "escapeall", "extra",
    "fancylists", "highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar",
    "saneheaders", "smartsymbols", "snippets", "striphtml", "superfences", "tabbed", "tasklist",
    "tilde",
}
OTHERS = {"markdown_inline_graphviz", "mdx_truly_sane_lists", "plantuml_markdown"}
ALLOWED = (
    MARKDOWN
    | {f"markdown.extensions.{name}" for name in MARKDOWN}
    | {f"pymdownx.{name}" for name in PYMDOWN}
    | OTHERS
)


class Lenient(yaml.SafeLoader):
    """Reads the names and leaves tagged values alone; mkdocs itself judges those."""


Lenient.add_multi_constructor("", lambda loader, suffix, node: None)


def extensions_of(path):
    with open(path, encoding="utf-8") as file:
        config = yaml.load(file, Loader=Lenient) or {}
    listed = config.get("markdown_extensions") or []
    if isinstance(listed, dict):
        return list(listed)
    return [name for item in listed for name in (item if isinstance(item, dict) else [item])]


def config_file(arguments):
    for option in ("-f", "--config-file"):
        if option in arguments:
            return arguments[arguments.index(option) + 1]
    return "mkdocs.yml"


if __name__ == "__main__":
    refused = [name for name in extensions_of(config_file(sys.argv)) if name not in ALLOWED]
    if refused:
        sys.exit(
            f"mkdocs.yml: markdown_extensions may not contain {', '.join(map(str, refused))}. "
            f"Allowed are: {', '.join(sorted(ALLOWED))}"
        )
    cli()
