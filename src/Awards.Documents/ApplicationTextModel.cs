namespace Awards.Documents;

/// <summary>The text of an application, typeset on A4 as its call says; its pages are what the limit of pages counts.</summary>
/// <remarks>Title, applicant and call stand in the margins, so that they take no room from the text.</remarks>
public sealed record ApplicationTextModel
{
    /// <summary>Name of the template that shows this model.</summary>
    public const string Template = "text";

    /// <summary>"de" or "en": the language of the labels and of the document.</summary>
    public required string Language { get; init; }

    /// <summary>Title of the application; empty = not written yet.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who applies.</summary>
    public string Applicant { get; init; } = "";

    /// <summary>Title of the call in that language.</summary>
    public string CallTitle { get; init; } = "";

    /// <summary>Font of the text; it must lie in <see cref="TypstOptions.FontFolders"/>.</summary>
    public required string Font { get; init; }

    /// <summary>Size of the text in tenths of a point.</summary>
    public required int SizeTenths { get; init; }

    /// <summary>Distance of lines in percent of the size.</summary>
    public required int LinePercent { get; init; }

    /// <summary>Margin on all sides in millimetres.</summary>
    public required int MarginMillimetres { get; init; }

    /// <summary>The text.</summary>
    public required IReadOnlyList<TextBlock> Blocks { get; init; }
}

/// <summary>A block of a text. Which members count depends on its kind.</summary>
/// <param name="Kind">"paragraph", "heading", "list", "quote", "code", "rule" or "table".</param>
public sealed record TextBlock(string Kind)
{
    /// <summary>Of a heading: 1 to 3, never more than one below the heading before.</summary>
    public int Level { get; init; }

    /// <summary>Of a paragraph or heading.</summary>
    public IReadOnlyList<TextInline> Inlines { get; init; } = [];

    /// <summary>Of a list: numbered, from <see cref="Start"/> on.</summary>
    public bool Ordered { get; init; }

    /// <summary>First number of a numbered list.</summary>
    public int Start { get; init; } = 1;

    /// <summary>Of a list: its items; of a quote: one item.</summary>
    public IReadOnlyList<IReadOnlyList<TextBlock>> Items { get; init; } = [];

    /// <summary>Of a table: its rows with as many cells each, the first is the header.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<TextInline>>> Rows { get; init; } = [];

    /// <summary>Of code: its lines.</summary>
    public string Text { get; init; } = "";
}

/// <summary>A piece of a line.</summary>
/// <param name="Kind">"text", "code" and "break" (with <see cref="Text"/>), "emphasis", "strong" and "link" (with <see cref="Inlines"/>).</param>
public sealed record TextInline(string Kind)
{
    /// <summary>Shown as it is.</summary>
    public string Text { get; init; } = "";

    /// <summary>What lies within.</summary>
    public IReadOnlyList<TextInline> Inlines { get; init; } = [];

    /// <summary>Of a link: a web or mail address.</summary>
    public string Address { get; init; } = "";
}
