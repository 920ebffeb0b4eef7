"""Stands in for the PlantUML extension, which techdocs-core always loads.

The real one reads any file (`base_dir`) and sends it to any host (`server`), both named by the
repository that is built. This one leaves diagrams as the code blocks they are written as.
"""
from markdown.extensions import Extension


class PlantUMLMarkdownExtension(Extension):
    def __init__(self, **_settings):
        super().__init__()

    def extendMarkdown(self, md):
        pass


def makeExtension(**settings):
    return PlantUMLMarkdownExtension(**settings)
