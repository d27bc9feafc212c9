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

    /// <summary>As LibreOffice and Excel write: shared texts, some of them in formatted runs, computed cells, cells and rows without names.</summary>
    [Fact]
    public void Workbooks_of_other_programs_are_read()
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Package = "http://schemas.openxmlformats.org/package/2006", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(xml);
            }
            const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
            Part("[Content_Types].xml", $"<Types xmlns='{Package}/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/xl/workbook.xml' ContentType='{Type}.sheet.main+xml'/><Override PartName='/xl/sharedStrings.xml' ContentType='{Type}.sharedStrings+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='{Type}.worksheet+xml'/></Types>");
            Part("_rels/.rels", $"<Relationships xmlns='{Package}/relationships'><Relationship Id='a' Type='{Office}/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns='{Package}/relationships'><Relationship Id='b' Type='{Office}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='c' Type='{Office}/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Office}'><sheets><sheet name='survey' sheetId='1' r:id='b'/></sheets></workbook>");
            Part("xl/sharedStrings.xml", $"<sst xmlns='{Main}'><si><t>eins</t></si><si><r><t xml:space='preserve'>fett </t></r><r><t>mager</t></r><rPh sb='0' eb='1'><t>nicht</t></rPh></si></sst>");
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row><row r='5'><c r='C5' t='str'><f>A1</f><v>berechnet</v></c><c r='D5'><v>0.10000000000000001</v></c><c r='E5' t='s'><v>99</v></c></row></sheetData></worksheet>");
        }
        file.Position = 0;
        WorkbookReader.Read(file).Single().Rows.Select(row => $"{row.Number}: {string.Join(' ', row.Cells.Select(cell => $"{CellName.Letters(cell.Key)}={cell.Value}"))}")
            .ShouldBe(["1: A=eins B=fett mager", "5: C=berechnet D=0.1"]);
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
