using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Awards.Documents.VolumeDocument;

namespace Awards.Documents;

/// <summary>The content of a volume as DOCX: a section for the front page and one for each group, each with its running head.</summary>
internal sealed class VolumeBody(MainDocumentPart main, VolumeModel model)
{
    // A4 with 2.5 and 2 cm beside the text, in twentieths of a point.
    private const int Width = 11906, Height = 16838, Left = 1417, Right = 1134;
    private static readonly int[] FactWidths = [2800, 6555], OverviewWidths = [1600, 2200, 1700, 1700, 2155];
    private int _bookmarks;

    public IEnumerable<OpenXmlElement> Elements()
    {
        var words = model.Words;
        var body = new List<OpenXmlElement> { Paragraph("Title", Text(words.Volume)), Paragraph("Subtitle", Text(model.CallTitle)), Paragraph(null, Text(model.IssuedBy)), Paragraph(null, Text($"{words.Data}: {model.DataText}")) };
        body.AddRange(model.Notices.Select(notice => Paragraph("Notice", Text(notice))));
        if (model.Groups.Count == 0) body.Add(Paragraph(null, Text(words.None)));
        else
        {
            body.Add(Paragraph("ContentsHeading", Text(words.Groups)));
            body.AddRange(Contents(" TOC \\o \"1-1\" \\h \\z ", model.Groups.Select((group, at) => (group.Title, Group(at))), "TOC1"));
        }
        for (var at = 0; at < model.Groups.Count; at++)
        {
            EndSection(body, at == 0 ? model.CallTitle : $"{model.CallTitle} · {model.Groups[at - 1].Title}", at > 0);
            body.AddRange(Of(model.Groups[at], at));
        }
        body.Add(Section(model.Groups.Count == 0 ? model.CallTitle : $"{model.CallTitle} · {model.Groups[^1].Title}", model.Groups.Count > 0));
        return body;
    }

    private List<OpenXmlElement> Of(VolumeGroup group, int at)
    {
        var words = model.Words;
        var range = $"range{at + 1}";
        var body = new List<OpenXmlElement> { Heading("Heading1", group.Title, Group(at)), Paragraph("ContentsHeading", Text(words.Contents)) };
        body.AddRange(Contents($" TOC \\o \"2-2\" \\b {range} \\h \\z ", group.Reports.Select((report, number) => (report.Heading, Report(at, number))), "TOC2"));
        body.Add(Paragraph("ContentsHeading", Text(words.Overview)));
        body.Add(Table($"{words.Overview}: {group.Title}", OverviewWidths, [words.Number, words.Name, words.Type, words.State, words.Title],
            group.Reports.Select(report => (IReadOnlyList<string>)[report.Number, report.Name, report.Type, report.State, report.Title])));
        var id = NextId();
        body.Add(Paragraph(null, new BookmarkStart { Id = id, Name = range }));
        for (var number = 0; number < group.Reports.Count; number++) body.AddRange(Of(group.Reports[number], Report(at, number)));
        body.Add(Paragraph(null, new BookmarkEnd { Id = id }));
        return body;
    }

    private IEnumerable<OpenXmlElement> Of(ReportPage report, string bookmark)
    {
        var words = model.Words;
        return
        [
            Heading("Heading2", report.Heading, bookmark),
            .. new[] { report.DraftNote, report.GeneratedNotice }.OfType<string>().Select(notice => Paragraph("Notice", Text(notice))),
            Paragraph("Subtitle", Text(report.Title)),
            Paragraph("Heading3", Text(words.Facts)),
            Table($"{words.Facts}: {report.Heading}", FactWidths, [words.Fact, words.Value], report.Facts.Select(fact => (IReadOnlyList<string>)[fact.Label, fact.Value])),
            Paragraph("Heading3", Text(words.Description)),
            .. Paragraphs(report.Description, words.Empty),
            Paragraph("Heading3", Text(words.Reasons)),
            .. Paragraphs(report.Reasons, words.Empty),
        ];
    }

    private Paragraph Heading(string style, string text, string bookmark)
    {
        var id = NextId();
        return Paragraph(style, new BookmarkStart { Id = id, Name = bookmark }, Text(text), new BookmarkEnd { Id = id });
    }

    /// <summary>A field of contents over several paragraphs, with its lines as they will be.</summary>
    private static List<Paragraph> Contents(string code, IEnumerable<(string Title, string Bookmark)> lines, string style)
    {
        var paragraphs = lines.Select(line => Paragraph(style, new Hyperlink([Text(line.Title), new Run(new TabChar()), .. Field($" PAGEREF {line.Bookmark} \\h ", "–")]) { Anchor = line.Bookmark, History = true })).ToList();
        var properties = paragraphs[0].GetFirstChild<ParagraphProperties>()!;
        properties.InsertAfterSelf(new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }));
        properties.InsertAfterSelf(new Run(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve }));
        properties.InsertAfterSelf(new Run(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }));
        paragraphs[^1].Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
        return paragraphs;
    }

    private void EndSection(List<OpenXmlElement> body, string head, bool withReport) => body.Add(new Paragraph(new ParagraphProperties(Section(head, withReport))));

    // The name of the report at the top comes from its heading, by the level: the names of styles differ from language to language.
    private SectionProperties Section(string head, bool withReport)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"head{main.HeaderParts.Count() + 1}");
        main.AddNewPart<HeaderPart>(id).Header = new Header(Paragraph("Header", withReport ? [Text(head), new Run(new TabChar()), .. Field(" STYLEREF 2 ", "")] : [Text(head)]));
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = id },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
            new SectionType { Val = SectionMarkValues.NextPage },
            new PageSize { Width = Width, Height = Height },
            new PageMargin { Top = 1701, Bottom = 1474, Left = Left, Right = Right, Header = 709, Footer = 709, Gutter = 0 });
    }

    private string NextId() => (++_bookmarks).ToString(CultureInfo.InvariantCulture);

    private static string Group(int at) => string.Create(CultureInfo.InvariantCulture, $"group{at + 1}");

    private static string Report(int group, int number) => string.Create(CultureInfo.InvariantCulture, $"report{group + 1}x{number + 1}");
}
