"""The allow-list of a written file: which objects it may hold, and which keys and values each of them.

``TABLE`` says for each kind of object, by each of its keys, what its value may be. The writer (``rebuild``)
makes a new file from it: what the table does not name is not copied, so nothing that nobody thought of can
stay. The rules:

* ``number``, ``integer``, ``boolean``: such a value; ``text``: a string without redacted texts;
  ``language``: a language tag (RFC 5646);
* ``=A|B``: one of these names; ``style``: a name of ``STYLES``;
* ``[rule]``: an array of such values;
* the name of another kind: such an object, or one of those that ``rebuild`` treats by itself (``page``,
  ``font``, ``colour-space`` and so on);
* ``rule / rule``: the first that fits.

A key ``*`` stands for any name. Follows ISO 32000-2; numbers of its clauses stand beside the kinds. Left out
on purpose, beside what shows in ``DROPPED``: what only matters for printing presses (halftones, transfer
functions), and whatever names a program, a person, a file or a time.
"""

from collections.abc import Mapping

Row = Mapping[str, str]

TABLE: Mapping[str, Row] = {
    # the document (7.7.2)
    "catalogue": {
        "Type": "=Catalog",
        "Outlines": "bookmarks",
        "Names": "names",
        "Dests": "old-names",
        "PageLabels": "page-labels",
        "ViewerPreferences": "viewer",
        "PageLayout": "=SinglePage|OneColumn|TwoColumnLeft|TwoColumnRight|TwoPageLeft|TwoPageRight",
        "PageMode": "=UseNone|UseOutlines|UseThumbs|FullScreen|UseOC",
        "StructTreeRoot": "tags",
        "MarkInfo": "mark-information",
        "Lang": "language",
        "OCProperties": "layers",
        "OutputIntents": "[output]",
    },
    "viewer": {  # 12.2
        "HideToolbar": "boolean",
        "HideMenubar": "boolean",
        "HideWindowUI": "boolean",
        "FitWindow": "boolean",
        "CenterWindow": "boolean",
        "DisplayDocTitle": "boolean",
        "NonFullScreenPageMode": "=UseNone|UseOutlines|UseThumbs|UseOC",
        "Direction": "=L2R|R2L",
        "PrintScaling": "=None|AppDefault",
        "Duplex": "=Simplex|DuplexFlipShortEdge|DuplexFlipLongEdge",
    },
    "mark-information": {"Marked": "boolean", "Suspects": "boolean"},
    "output": {  # 14.11.5; the name of the condition is written anew
        "Type": "=OutputIntent",
        "S": "=GTS_PDFX|GTS_PDFA1|ISO_PDFE1",
        "DestOutputProfile": "profile",
    },
    # pages (7.7.3); the tree above them is made anew, and what they inherit becomes their own
    "page": {
        "Type": "=Page",
        "MediaBox": "[number]",
        "CropBox": "[number]",
        "BleedBox": "[number]",
        "TrimBox": "[number]",
        "ArtBox": "[number]",
        "Rotate": "integer",
        "UserUnit": "number",
        "Group": "group",
        "StructParents": "integer",
        "Annots": "[link]",
        "Tabs": "=R|C|S|A|W",
    },
    # where one can go (12.3)
    "bookmarks": {"Type": "=Outlines", "First": "bookmark", "Last": "bookmark", "Count": "integer"},
    "bookmark": {
        "Title": "text",
        "Parent": "bookmark / bookmarks",
        "Prev": "bookmark",
        "Next": "bookmark",
        "First": "bookmark",
        "Last": "bookmark",
        "Count": "integer",
        "Dest": "place / text / old-name",
        "A": "action",
        "C": "[number]",
        "F": "integer",
    },
    "names": {"Dests": "name-tree"},
    "name-tree": {"Kids": "[name-tree]", "Names": "[text / place / destination]", "Limits": "[text]"},
    "old-names": {"*": "place / destination"},
    "destination": {"D": "place"},
    "page-labels": {"Kids": "[page-labels]", "Nums": "[integer / page-label]", "Limits": "[integer]"},
    "page-label": {"Type": "=PageLabel", "S": "=D|R|r|A|a", "P": "text", "St": "integer"},
    "link": {
        "Type": "=Annot",
        "Subtype": "=Link",
        "Rect": "[number]",
        "QuadPoints": "[number]",
        "Contents": "text",
        "Border": "[number / [number]]",
        "BS": "border",
        "C": "[number]",
        "H": "=N|I|O|P",
        "F": "integer",
        "StructParent": "integer",
        "A": "action",
        "Dest": "place / text / old-name",
        "OC": "layer / membership",
    },
    "border": {"Type": "=Border", "W": "number", "S": "=S|D|B|I|U", "D": "[number]"},
    "action": {
        "Type": "=Action",
        "S": "=GoTo|URI|Named",
        "D": "place / text / old-name",
        "URI": "text",
        "N": "=NextPage|PrevPage|FirstPage|LastPage",
    },
    # layers (8.11); what was hidden is gone by now
    "layers": {"OCGs": "[layer]", "D": "layer-settings"},
    "layer-settings": {"Order": "[layer / text / [layer / text]]"},
    "layer": {"Type": "=OCG", "Name": "text"},
    "membership": {"Type": "=OCMD", "OCGs": "layer / [layer]"},
    # structure (14.7, 14.8); names of elements are resolved to standard ones
    "tags": {
        "Type": "=StructTreeRoot",
        "K": "element / [element]",
        "ParentTree": "parents",
        "ParentTreeNextKey": "integer",
        "ClassMap": "classes",
    },
    "element": {
        "Type": "=StructElem",
        "S": "role",
        "P": "element / tags",
        "ID": "identifier",
        "Pg": "page",
        "K": "integer / content-reference / object-reference / element "
        "/ [integer / content-reference / object-reference / element]",
        "A": "attributes / [attributes / integer]",
        "C": "class / [class / integer]",
        "R": "integer",
        "T": "text",
        "Lang": "language",
        "Alt": "text",
        "E": "text",
        "ActualText": "text",
    },
    "content-reference": {"Type": "=MCR", "Pg": "page", "Stm": "shown", "MCID": "integer"},
    "object-reference": {"Type": "=OBJR", "Pg": "page", "Obj": "shown"},
    "parents": {
        "Kids": "[parents]",
        "Nums": "[integer / element / [element / nothing]]",
        "Limits": "[integer]",
    },
    "classes": {"*": "attributes / [attributes / integer]"},
    "attributes": {
        "O": "=Layout|List|Table",
        **dict.fromkeys(
            (
                *("Placement", "WritingMode", "BorderStyle", "TBorderStyle", "TextAlign", "BlockAlign"),
                *("InlineAlign", "TextDecorationType", "RubyAlign", "RubyPosition", "ListNumbering", "Scope"),
                *("TextPosition", "GlyphOrientationVertical"),
            ),
            "style / [style / nothing]",
        ),
        **dict.fromkeys(
            (
                *("BackgroundColor", "BorderColor", "BorderThickness", "Padding", "TPadding", "Color"),
                *("SpaceBefore", "SpaceAfter", "StartIndent", "EndIndent", "TextIndent", "BBox", "Width"),
                *("Height", "LineHeight", "BaselineShift", "TextDecorationColor", "TextDecorationThickness"),
                *("ColumnCount", "ColumnGap", "ColumnWidths", "RowSpan", "ColSpan"),
            ),
            "number / style / [number / nothing / [number / nothing]]",
        ),
        "ContinuedList": "boolean",
        "Headers": "[identifier]",
        "Summary": "text",
        "Short": "text",
    },
    "properties": {  # of marked content in a stream (14.6.2)
        "MCID": "integer",
        "ActualText": "text",
        "Alt": "text",
        "E": "text",
        "Lang": "language",
        "Type": "=Pagination|Layout|Page|Background|Inline",
        "Subtype": "=Header|Footer|Watermark|PageNum|LineNum|Bates|Redaction",
        "Attached": "[=Top|Bottom|Left|Right]",
        "BBox": "[number]",
    },
    # what streams draw with (7.8.3); the resources of each stream are those that it names
    "graphics-state": {  # 8.4.5
        "Type": "=ExtGState",
        "LW": "number",
        "LC": "integer",
        "LJ": "integer",
        "ML": "number",
        "D": "[number / [number]]",
        "RI": "intent",
        "Font": "[font / number]",
        "OP": "boolean",
        "op": "boolean",
        "OPM": "integer",
        "FL": "number",
        "SM": "number",
        "SA": "boolean",
        "BM": "blend / [blend]",
        "SMask": "=None / soft-mask",
        "CA": "number",
        "ca": "number",
        "AIS": "boolean",
        "TK": "boolean",
    },
    "soft-mask": {  # 11.6.5.2
        "Type": "=Mask",
        "S": "=Alpha|Luminosity",
        "G": "form",
        "BC": "[number]",
        "TR": "=Identity / function",
    },
    "group": {  # 11.6.6
        "Type": "=Group",
        "S": "=Transparency",
        "CS": "colour-space",
        "I": "boolean",
        "K": "boolean",
    },
    "form": {  # 8.10
        "Type": "=XObject",
        "Subtype": "=Form",
        "FormType": "integer",
        "BBox": "[number]",
        "Matrix": "[number]",
        "Group": "group",
        "StructParents": "integer",
        "StructParent": "integer",
        "OC": "layer / membership",
    },
    "image": {  # 8.9.5
        "Type": "=XObject",
        "Subtype": "=Image",
        "Width": "integer",
        "Height": "integer",
        "ColorSpace": "colour-space",
        "BitsPerComponent": "integer",
        "Intent": "intent",
        "ImageMask": "boolean",
        "Mask": "image / [integer]",
        "Decode": "[number]",
        "Interpolate": "boolean",
        "SMask": "image",
        "SMaskInData": "integer",
        "Matte": "[number]",
        "StructParent": "integer",
        "OC": "layer / membership",
    },
    "tiling": {  # 8.7.3
        "Type": "=Pattern",
        "PatternType": "integer",
        "PaintType": "integer",
        "TilingType": "integer",
        "BBox": "[number]",
        "XStep": "number",
        "YStep": "number",
        "Matrix": "[number]",
    },
    "shading-pattern": {
        "Type": "=Pattern",
        "PatternType": "integer",
        "Shading": "shading",
        "Matrix": "[number]",
        "ExtGState": "graphics-state",
    },
    "shading": {  # 8.7.4
        "ShadingType": "integer",
        "ColorSpace": "colour-space",
        "Background": "[number]",
        "BBox": "[number]",
        "AntiAlias": "boolean",
        "Domain": "[number]",
        "Matrix": "[number]",
        "Function": "function / [function]",
        "Coords": "[number]",
        "Extend": "[boolean]",
        "BitsPerCoordinate": "integer",
        "BitsPerComponent": "integer",
        "BitsPerFlag": "integer",
        "Decode": "[number]",
        "VerticesPerRow": "integer",
    },
    "function": {  # 7.10
        "FunctionType": "integer",
        "Domain": "[number]",
        "Range": "[number]",
        "Size": "[integer]",
        "BitsPerSample": "integer",
        "Order": "integer",
        "Encode": "[number]",
        "Decode": "[number]",
        "C0": "[number]",
        "C1": "[number]",
        "N": "number",
        "Functions": "[function]",
        "Bounds": "[number]",
    },
    "calibration": {  # 8.6.5
        "WhitePoint": "[number]",
        "BlackPoint": "[number]",
        "Gamma": "number / [number]",
        "Matrix": "[number]",
        "Range": "[number]",
    },
    "profile": {  # 8.6.5.5
        "N": "integer",
        "Alternate": "colour-space",
        "Range": "[number]",
    },
    # fonts (9.5 to 9.8); names, widths, encodings, maps and programs are written anew by ``fonts``
    "font": {
        "Type": "=Font",
        "Subtype": "=Type0|Type1|MMType1|TrueType|Type3",
        "FontDescriptor": "descriptor",
        "FontBBox": "[number]",
        "FontMatrix": "[number]",
    },
    "cid-font": {
        "Type": "=Font",
        "Subtype": "=CIDFontType0|CIDFontType2",
        "CIDSystemInfo": "collection",
        "FontDescriptor": "descriptor",
        "DW": "number",
        "DW2": "[number]",
        "CIDToGIDMap": "=Identity / data",
    },
    "collection": {"Registry": "registry", "Ordering": "registry", "Supplement": "integer"},
    "descriptor": {
        "Type": "=FontDescriptor",
        "FontStretch": "=UltraCondensed|ExtraCondensed|Condensed|SemiCondensed|Normal|SemiExpanded|Expanded"
        "|ExtraExpanded|UltraExpanded",
        "FontWeight": "number",
        "Flags": "integer",
        "FontBBox": "[number]",
        "ItalicAngle": "number",
        "Ascent": "number",
        "Descent": "number",
        "Leading": "number",
        "CapHeight": "number",
        "XHeight": "number",
        "StemV": "number",
        "StemH": "number",
        "MissingWidth": "number",
    },
}
"""Kind of object to its keys to what they may hold."""

SPACES: Mapping[str, tuple[str, ...]] = {
    "CalGray": ("calibration",),
    "CalRGB": ("calibration",),
    "Lab": ("calibration",),
    "ICCBased": ("profile",),
    "Indexed": ("colour-space", "integer", "lookup"),
    "I": ("colour-space", "integer", "lookup"),
    "Separation": ("colorant", "colour-space", "function"),
    "DeviceN": ("[colorant]", "colour-space", "function"),
    "Pattern": ("colour-space",),
}
"""Family of a colour space to what follows in its array (8.6)."""
PLAIN_SPACES = frozenset(("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern", "G", "RGB", "CMYK"))
COLORANTS = frozenset(("All", "None", "Cyan", "Magenta", "Yellow", "Black", "Red", "Green", "Blue", "Gray"))
"""Names of inks that stay; others are numbered."""

INTENTS = frozenset(("AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual"))
BLENDS = frozenset(
    (
        *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge"),
        *("ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color"),
        "Luminosity",
    )
)
COLLECTIONS = frozenset(("Adobe", "Identity", "Japan1", "GB1", "CNS1", "Korea1", "KR", "Japan2", "UCS"))
"""Registries and orderings of character collections."""

ROLES = frozenset(
    (
        *("Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC"),
        *("TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L"),
        *("LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote"),
        *("Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP"),
        *("Warichu", "WT", "WP", "Figure", "Formula", "Form", "Aside", "Title", "Sub", "Em", "Strong"),
        *("FENote", "Artifact"),
    )
)
"""Standard types of structure elements (14.8.4)."""
TAGS = ROLES | {"OC", "Artifact"}
"""Tags of marked content that stay; others become ``Span``."""

STYLES = frozenset(
    (
        *("Block", "Inline", "Before", "Start", "End", "LrTb", "RlTb", "TbRl", "TbLr", "LrBt", "RlBt"),
        *("BtRl", "BtLr", "None", "Hidden", "Dotted", "Dashed", "Solid", "Double", "Groove", "Ridge"),
        *("Inset", "Outset", "Center", "Justify", "After", "Middle", "Auto", "Normal", "Underline"),
        *("Overline", "LineThrough", "Distribute", "Warichu", "Row", "Column", "Both", "Sup", "Sub"),
        *("Unordered", "Ordered", "Description", "Disc", "Circle", "Square", "Decimal", "UpperRoman"),
        *("LowerRoman", "UpperAlpha", "LowerAlpha"),
    )
)
"""Names that attributes of structure elements may have as values (14.8.5)."""

OPERATORS = frozenset(
    (
        *("b", "B", "b*", "B*", "BDC", "BMC", "BT", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do"),
        *("EMC", "ET", "f", "F", "f*", "G", "g", "gs", "h", "i", "j", "J", "K", "k", "l", "m", "M"),
        *("n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc"),
        *("Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y"),
        *("'", '"', "INLINE IMAGE"),
    )
)
"""Operators of content streams (Annex A), without those that mark points and allow for unknown ones."""

INLINE = {
    **dict.fromkeys(("W", "Width", "H", "Height", "BPC", "BitsPerComponent", "D", "Decode"), True),
    **dict.fromkeys(("IM", "ImageMask", "I", "Interpolate", "Intent", "CS", "ColorSpace"), True),
    **dict.fromkeys(("F", "Filter", "DP", "DecodeParms"), True),
}
"""Keys of pictures within a content stream (8.9.7)."""

DROPPED: Mapping[str, str] = {
    **dict.fromkeys(("Metadata", "Info"), "metadata-removed"),
    **dict.fromkeys(("PieceInfo", "SpiderInfo", "Threads", "B", "UserProperties"), "private-data-removed"),
    **dict.fromkeys(("Thumb", "Alternates", "OPI", "Ref", "Templates"), "copies-removed"),
}
"""Keys that are known to hold data beside what is shown, and the note that says so."""
NEEDLESS = frozenset(
    (
        # made anew for the new file
        *("Type", "Pages", "Parent", "Kids", "Resources", "Contents", "Length", "Filter", "DecodeParms"),
        *("BaseFont", "FontName", "Encoding", "ToUnicode", "FirstChar", "LastChar", "Widths", "W", "W2"),
        *("DescendantFonts", "FontFile", "FontFile2", "FontFile3", "CharProcs", "RoleMap", "IDTree"),
        *("OutputConditionIdentifier", "Length1", "Length2", "Length3"),
        # counted where they are removed: attachments, scripts, forms, comments, hidden layers
        *("Names", "EmbeddedFiles", "AF", "Collection", "JavaScript", "OpenAction", "AA", "PA", "AcroForm"),
        *("Perms", "DSS", "A", "Annots", "OCProperties", "Dests", "Dest"),
        # of no meaning in the new file, and written by many programs
        *(
            "ProcSet",
            "LastModified",
            "Name",
            "Version",
            "Extensions",
            "P",
            "FormType",
            "CIDSet",
            "CharSet",
            "FontFamily",
        ),
        *("AvgWidth", "MaxWidth", "Style", "Intent", "Usage", "NM", "M", "MP", "DP", "BX", "EX"),
        *("Namespaces", "NS", "OutputCondition", "RegistryName", "StructParents", "StructParent"),
        *("TR", "TR2", "HT", "BG", "BG2", "UCR", "UCR2", "Attributes", "XHeight", "Lang", "Trans", "Dur"),
    )
)
"""Keys that go without a word."""
