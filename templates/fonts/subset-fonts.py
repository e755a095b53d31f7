"""Cuts fonts down to the characters of GB 2312, Latin letters and the signs that pages use.

    python3 subset-fonts.py FULL-FONT SMALLER-FONT
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SIGNS = "①②③④⑤⑥⑦⑧⑨⑩☐☑✓√≈≠≤≥×÷−·…—“”‘’《》「」％￥→←↔"


def gb2312():
    """The characters of GB 2312: rows A1 to F7 of the code table."""
    for row in range(0xA1, 0xF8):
        for column in range(0xA1, 0xFF):
            try:
                yield bytes([row, column]).decode("gb2312")
            except UnicodeDecodeError:
                continue


def cut_down(source, target):
    characters = {ord(character) for character in gb2312()} | {ord(sign) for sign in SIGNS}
    characters |= {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2000, 0x2070)}
    options = subset.Options()
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.hinting = False
    # Nothing is set from top to bottom.
    options.drop_tables += ["vhea", "vmtx", "VORG"]
    font = TTFont(source)
    font.flavor = None
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    cut_down(sys.argv[1], sys.argv[2])
