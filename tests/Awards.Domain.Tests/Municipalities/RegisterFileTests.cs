using System.Text;
using Awards.Domain.Municipalities;
using Awards.Testing;

namespace Awards.Domain.Tests.Municipalities;

public sealed class RegisterFileTests
{
    private static RegisterText Sample() => new RegisterText().City("05515", "Münster, Stadt", 320_000, 30_300)
        .District("05558", "Coesfeld", "43").Town("05558016", "Dülmen, Stadt", "63", 47_000).Town("05558020", "Havixbeck");

    [Fact]
    public void A_file_gives_its_edition_and_records_in_either_encoding()
    {
        foreach (var bytes in new[] { Sample().Bytes, Encoding.Latin1.GetBytes(Sample().Text), [0xEF, 0xBB, 0xBF, .. Sample().Bytes], Encoding.UTF8.GetBytes(Sample().Text.Replace("\n", "\r\n", StringComparison.Ordinal)) })
        {
            var edition = RegisterFile.Read(bytes).Edition.ShouldNotBeNull();
            edition.Date.ShouldBe(new DateOnly(2025, 11, 30));
            (edition.Count("10"), edition.Count("40"), edition.Count("50"), edition.Count("60")).ShouldBe((1, 2, 3, 3));
            edition.Population.ShouldBe(372_000);
            edition.Records.Single(record => record.Key == "05558016").ShouldBe(new RegisterRecord(8, "60", "05558016", "0016", "Dülmen, Stadt", "63", 3_000, 47_000, "48000"));
        }
    }

    [Fact]
    public void Units_carry_both_keys_district_association_and_sums()
    {
        var file = Sample().Association("05558", "5001", "Beispiel").Town("05558024", "Nottuln", population: 19_000, area: 8_000, association: "5001").Town("05558028", "Forst", "66", 0, 100, postcode: "");
        var units = RegisterUnit.Of(RegisterFile.Read(file.Bytes).Edition!).ToDictionary(unit => unit.Key);
        units.Keys.Order(StringComparer.Ordinal).ShouldBe(["05515000", "05558", "05558016", "05558020", "05558024", "05558028", "055585001"]);
        units["05515000"].ShouldSatisfyAllConditions(unit => unit.RegionalKey.ShouldBe("055150000000"), unit => unit.DistrictName.ShouldBeNull(), unit => unit.State.ShouldBe("NW"));
        units["05558"].ShouldSatisfyAllConditions(unit => unit.Name.ShouldBe("Kreis Coesfeld"), unit => unit.OfficialName.ShouldBe("Coesfeld"), unit => unit.Population.ShouldBe(71_000), unit => unit.AreaHectares.ShouldBe(14_100));
        units["055585001"].ShouldSatisfyAllConditions(unit => unit.Name.ShouldBe("Samtgemeinde Beispiel"), unit => unit.Population.ShouldBe(19_000), unit => unit.DistrictName.ShouldBe("Kreis Coesfeld"));
        units["05558024"].ShouldSatisfyAllConditions(unit => unit.RegionalKey.ShouldBe("055585001024"), unit => unit.AssociationKey.ShouldBe("055585001"), unit => unit.AssociationName.ShouldBe("Beispiel"));
        units["05558028"].Postcode.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "Zeichen; erwartet werden genau 220")]
    [InlineData("7020251130", "Satzart „70“")]
    [InlineData("6000202511", "Gebietsstand „00202511“")]
    [InlineData("6 20251130", "Satzart „6“")]
    [InlineData("6020251129", "Gebietsstand ist 29.11.2025; erwartet wird 30.11.2025")]
    [InlineData("6020251330", "ist kein Datum")]
    [InlineData("602025113005558X16", "erwartet werden 8 Ziffern")]
    [InlineData("602025113017558016", "Das Land „17“")]
    [InlineData("6020251130055580160X16", "Gemeindeverband „0X16“")]
    [InlineData("6020251130055580160017", "Satz 05558 0017 der Satzart 50 fehlt")]
    [InlineData("6020251130055570160016", "Satz 05557 der Satzart 40 fehlt")]
    [InlineData("6020251130055580160016 ülmen", "Name „ülmen")]
    public void A_fault_is_named_with_its_line_and_what_was_expected(string beginning, string words)
    {
        var lines = Sample().Lines.ToList();
        lines[7] = beginning.Length == 0 ? lines[7][1..] : beginning + lines[7][beginning.Length..];
        var reading = Read(lines);
        reading.Edition.ShouldBeNull();
        reading.Faults.ShouldContain(fault => fault.Line == 8 && fault.ToString().StartsWith("Zeile 8: ", StringComparison.Ordinal) && fault.ToString().Contains(words, StringComparison.Ordinal), string.Join('\n', reading.Faults));
    }

    [Theory]
    [InlineData(122, "68", "Textkennzeichen „68“")]
    [InlineData(122, "44", "erwartet wird 60–67")]
    [InlineData(124, "X", "Zeichen 125–128 enthalten „X“")]
    [InlineData(128, "0000003.000", "(Zeichen 129–139, Fläche) ist keine Zahl")]
    [InlineData(139, "99999999999", "(Zeichen 140–150, Bevölkerung) ist keine Zahl")]
    [InlineData(165, "4824", "Postleitzahl „48240“", true)]
    [InlineData(165, "4824 ", "Postleitzahl „4824“")]
    [InlineData(170, "**", "Zeichen 171–175")]
    public void Every_column_that_is_used_is_checked(int at, string text, string words, bool fine = false)
    {
        var lines = Sample().Lines.ToList();
        lines[7] = lines[7][..at] + text + lines[7][(at + text.Length)..];
        if (fine) Read(lines).FaultCount.ShouldBe(0);
        else Read(lines).Faults.ShouldHaveSingleItem().ToString().ShouldContain(words);
    }

    [Fact]
    public void Shifted_columns_and_longer_record_types_refuse_the_whole_file()
    {
        var shifted = Sample().Lines.Select((line, at) => at < 4 ? line : " " + line[..^1]).ToList();
        Read(shifted).ShouldSatisfyAllConditions(reading => reading.Edition.ShouldBeNull(), reading => reading.FaultCount.ShouldBe(5), reading => reading.Faults[0].Line.ShouldBe(5));
        foreach (var type in new[] { "0060", "60000" })
            Read([.. Sample().Lines.Select(line => line[..2] == "60" ? type + line[2..] : line)]).ShouldSatisfyAllConditions(reading => reading.FaultCount.ShouldBe(3), reading => reading.Faults[0].ToString().ShouldContain(type == "0060" ? "222 Zeichen" : "223 Zeichen"));
    }

    [Fact]
    public void Twenty_faults_are_named_and_all_are_counted()
    {
        var file = new RegisterText().District("05558", "Coesfeld");
        for (var number = 1; number <= 30; number++) file.Town($"05558{number:000}", $"Ort {number}", "69");
        var reading = RegisterFile.Read(file.Bytes);
        (reading.Faults.Count, reading.FaultCount).ShouldBe((20, 30));
    }

    [Fact]
    public void Doubled_and_unordered_keys_are_refused()
    {
        var lines = Sample().Lines.ToList();
        lines.Insert(8, lines[7]);
        Read(lines).Faults.ShouldHaveSingleItem().ToString().ShouldStartWith("Zeile 9: Der Schlüssel 05558016 0016 steht doppelt");
        lines = [.. Sample().Lines];
        (lines[7], lines[8]) = (lines[8], lines[7]);
        Read(lines).Faults.ShouldHaveSingleItem().Line.ShouldBe(9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\n")]
    [InlineData("key,name\n1,2\n")]
    public void What_is_no_register_is_refused(string text) => RegisterFile.Read(Encoding.UTF8.GetBytes(text)).ShouldSatisfyAllConditions(reading => reading.Edition.ShouldBeNull(), reading => reading.Faults.ShouldNotBeEmpty());

    [SharedFact]
    public void The_official_file_is_read_whole()
    {
        var edition = RegisterFile.Read(File.ReadAllBytes(Official)).Edition.ShouldNotBeNull();
        edition.Date.ShouldBe(new DateOnly(2025, 11, 30));
        new[] { "10", "20", "30", "40", "50", "60" }.Select(edition.Count).ShouldBe([16, 29, 12, 400, 4590, 10953]);
        edition.Population.ShouldBe(83_577_140);
        var units = RegisterUnit.Of(edition);
        units.Count(unit => unit.Kind == MunicipalityKind.District).ShouldBe(294);
        units.Count(unit => unit.Kind == MunicipalityKind.Association).ShouldBe(1203);
        units.Count(unit => unit.Kind == MunicipalityKind.Municipality && !TextKeys.IsEligible(unit.TextKey)).ShouldBe(202);
        units.Select(unit => unit.Key).Distinct().Count().ShouldBe(units.Count);
        RegisterFile.Read(Encoding.Latin1.GetBytes(File.ReadAllText(Official))).Edition!.Population.ShouldBe(83_577_140);
    }

    public static string Official => Path.Combine(SharedFactAttribute.Folder, "reference", "municipalities", "GV100AD_30112025.txt");

    private static RegisterReading Read(IEnumerable<string> lines) => RegisterFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
