using System.IO.Compression;
using Awards.Documents.Workbooks;

namespace Awards.Web.Tests.Documents;

/// <summary>Workbooks keep texts as texts and numbers as numbers.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public void Cells_come_back_as_they_were()
    {
        var file = WorkbookWriter.Write(new Sheet("Blatt", [new("a"), new("b", 40)],
            [["=1+1", 5], [" Ü\n😀\u0007 _x0041_ ", 0.1m], [null, true], ["", new DateOnly(2017, 12, 31)], ["+49", -3L]]));
        var sheet = WorkbookReader.Read(new MemoryStream(file)).ShouldHaveSingleItem();
        sheet.Name.ShouldBe("Blatt");
        sheet.Rows.Select(row => $"{row.Number}: {row.Cells.GetValueOrDefault(0)}|{row.Cells.GetValueOrDefault(1)}").ShouldBe(
            ["1: a|b", "2: =1+1|5", "3:  Ü\n😀\u0007 _x0041_ |0.1", "4: |TRUE", "5: |43100", "6: +49|-3"]);
    }

    [Fact]
    public void A_text_is_never_a_formula_and_the_header_stays_in_view()
    {
        using var zip = new ZipArchive(new MemoryStream(WorkbookWriter.Write(new Sheet("Blatt", [new("a")], [["=HYPERLINK(\"x\")"]]))));
        using var reader = new StreamReader(zip.Entries.Single(part => part.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        var xml = reader.ReadToEnd();
        xml.ShouldNotContain("<x:f>");
        xml.ShouldContain("inlineStr");
        xml.ShouldContain("frozen");
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes()
    {
        byte[] Write() => WorkbookWriter.Write(new Sheet("Blatt", [new("a")], [["x"]]), new Sheet("Zwei", [new("a")], []));
        Convert.ToHexString(Write()).ShouldBe(Convert.ToHexString(Write()));
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Columns_have_letters(int column, string letters)
    {
        CellName.Letters(column).ShouldBe(letters);
        CellName.Column(letters + "12").ShouldBe(column);
    }
}
