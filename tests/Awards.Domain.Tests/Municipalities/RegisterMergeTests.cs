using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Testing;

namespace Awards.Domain.Tests.Municipalities;

public sealed class RegisterMergeTests
{
    private static readonly WriteContext Office = new(Guid.CreateVersion7(), new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc), "Sonderstatus");
    private readonly List<Municipality> _known = [];

    [Fact]
    public void A_later_edition_adds_renames_rekeys_changes_and_marks_what_is_gone()
    {
        Import(First()).Added.Count.ShouldBe(6);
        var before = _known.ToDictionary(row => row.OfficialKey!);
        var report = Import(new RegisterText("20261231")
            .District("05558", "Coesfeld", "43").Town("05558016", "Dülmen, Stadt", "63", 48_000).Town("05558020", "Havixbeck, Dichterort").Town("05558032", "Neugemeinde", area: 6_000)
            .City("05999", "Rosendahl, Stadt", 11_000, 9_400));
        report.Former.ShouldBe(new DateOnly(2025, 11, 30));
        report.Added.ShouldHaveSingleItem().Name.ShouldBe("Neugemeinde");
        report.Renamed.ShouldHaveSingleItem().ShouldBe(new RegisterDifference(new(before["05558020"].Id, "05558020", "Havixbeck, Dichterort", "NW"), "Havixbeck", "Havixbeck, Dichterort"));
        report.Rekeyed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(each => each.Row.Id.ShouldBe(before["05558024"].Id), each => each.Before.ShouldBe("05558024"), each => each.Now.ShouldBe("05999000"));
        report.Retyped.ShouldHaveSingleItem().Id.ShouldBe(before["05558024"].Id);
        report.Gone.Select(row => row.Key).ShouldBe(["05515000", "05558028"], ignoreOrder: true);

        before["05558016"].ShouldSatisfyAllConditions(row => row.Population.ShouldBe(48_000), row => row.Edition.ShouldBe(new DateOnly(2026, 12, 31)), row => row.IsOffered.ShouldBeTrue());
        before["05558020"].ShouldSatisfyAllConditions(row => row.FormerName.ShouldBe("Havixbeck"), row => row.SearchKey.ShouldContain(" havixbeck "));
        before["05558024"].ShouldSatisfyAllConditions(row => row.OfficialKey.ShouldBe("05999000"), row => row.Type.ShouldBe(MunicipalityType.IndependentCity), row => row.DistrictName.ShouldBeNull());
        before["05558028"].ShouldSatisfyAllConditions(row => row.GoneWith.ShouldBe(new DateOnly(2026, 12, 31)), row => row.Edition.ShouldBe(new DateOnly(2025, 11, 30)), row => row.IsOffered.ShouldBeFalse());
    }

    [Fact]
    public void The_same_edition_changes_nothing_and_an_older_one_is_refused()
    {
        Import(First());
        Import(First()).ShouldSatisfyAllConditions(report => report.Added.ShouldBeEmpty(), report => report.Changed.ShouldBe(0), report => report.Unchanged.ShouldBe(6), report => report.Gone.ShouldBeEmpty());
        Merge(First("20250101")).Refused(out var refusal).ShouldBeTrue();
        refusal.ToString().ShouldContain("Gebietsstand 01.01.2025; eingelesen ist schon der vom 30.11.2025");
        _known.ShouldAllBe(row => row.Edition == new DateOnly(2025, 11, 30));
    }

    [Fact]
    public void What_had_gone_may_return()
    {
        Import(First());
        Import(First("20260331").Without("05558028")).Gone.ShouldHaveSingleItem();
        Import(First("20260630")).Returned.ShouldHaveSingleItem().Name.ShouldBe("Olfen, Stadt");
        _known.Single(row => row.OfficialKey == "05558028").IsOffered.ShouldBeTrue();
    }

    [Fact]
    public void A_merger_under_the_old_name_is_a_new_municipality()
    {
        Import(First());
        var report = Import(First("20261231").Without("05558024").Without("05558028").Town("05558036", "Olfen, Stadt", "63", 23_000, 14_600));
        report.Rekeyed.ShouldBeEmpty();
        report.Added.ShouldHaveSingleItem().OfficialKey.ShouldBe("05558036");
        report.Gone.Select(row => row.Key).ShouldBe(["05558028", "05558024"], ignoreOrder: true);
    }

    [Fact]
    public void A_file_without_a_state_that_was_there_is_refused()
    {
        Import(First());
        Merge(new RegisterText("20261231").City("01001", "Flensburg, Stadt")).Refused(out var refusal).ShouldBeTrue();
        refusal.ToString().ShouldContain("Nordrhein-Westfalen");
    }

    [Theory]
    [InlineData("Stadt Dülmen", MunicipalityType.DistrictMunicipality, "05558016")]
    [InlineData("Kreisstadt Dülmen", MunicipalityType.DistrictMunicipality, "05558016")]
    [InlineData("Landkreis Coesfeld", MunicipalityType.District, "05558")]
    [InlineData("Freie Hansestadt Münster", MunicipalityType.IndependentCity, "05515000")]
    [InlineData("Gemeinde Havixbeck", MunicipalityType.DistrictMunicipality, "05558020")]
    [InlineData("Stadt Münster", MunicipalityType.DistrictMunicipality, null)]
    [InlineData("Samtgemeinde Dülmen", MunicipalityType.DistrictMunicipality, null)]
    public void Rows_without_a_key_are_linked_by_kind_name_state_and_type(string name, MunicipalityType type, string? key)
    {
        var row = Municipality.Create(name, "NW", type);
        _known.Add(row);
        var report = Import(First());
        row.OfficialKey.ShouldBe(key);
        row.Name.ShouldBe(name);
        (report.Linked.Count, report.Unmatched.Count, report.Added.Count).ShouldBe(key is null ? (0, 1, 6) : (1, 0, 5));
        _known.Count(each => each.OfficialKey == key).ShouldBe(1);
    }

    [Fact]
    public void Additions_and_second_languages_are_no_obstacle()
    {
        var (city, town) = (Municipality.Create("Stadt Cottbus", "BB", MunicipalityType.IndependentCity), Municipality.Create("Stadt Haren (Ems)", "NI", MunicipalityType.DistrictMunicipality));
        _known.AddRange([city, town]);
        Import(new RegisterText().District("03454", "Emsland").Town("03454019", "Haren (Ems), Stadt", "63").City("12052", "Cottbus/Chóśebuz, Stadt"));
        (city.OfficialKey, town.OfficialKey).ShouldBe(("12052000", "03454019"));
    }

    [Fact]
    public void What_is_not_unique_is_reported_and_not_guessed()
    {
        var (one, first, second) = (Municipality.Create("Neuenkirchen", "NI", MunicipalityType.DistrictMunicipality), Municipality.Create("Stadt Stade", "NI", MunicipalityType.DistrictMunicipality), Municipality.Create("Hansestadt Stade", "NI", MunicipalityType.DistrictMunicipality));
        _known.AddRange([one, first, second]);
        var report = Import(new RegisterText().District("03352", "Cuxhaven").Town("03352043", "Neuenkirchen").District("03358", "Heidekreis").Town("03358017", "Neuenkirchen").District("03359", "Stade").Town("03359038", "Stade, Hansestadt", "63"));
        report.Ambiguous.Select(doubt => (doubt.Row.Name, doubt.Candidates.Count)).ShouldBe([("Neuenkirchen", 2), ("Stadt Stade", 1), ("Hansestadt Stade", 1)], ignoreOrder: true);
        new[] { one, first, second }.ShouldAllBe(row => row.OfficialKey == null);
        report.Added.Count.ShouldBe(6);
    }

    [Fact]
    public void Boroughs_and_organisations_are_left_alone()
    {
        _known.AddRange([Municipality.AddByHand(MunicipalityKind.Organisation, "Havixbeck", "NW", MunicipalityType.DistrictMunicipality).Fact, Municipality.Create("Bezirk Harburg von Hamburg", "HH", MunicipalityType.IndependentCity)]);
        Import(First()).ShouldSatisfyAllConditions(report => report.Linked.ShouldBeEmpty(), report => report.Unmatched.ShouldBeEmpty());
    }

    [Fact]
    public void A_type_that_the_office_set_survives_later_editions_until_it_follows_the_register_again()
    {
        Import(First());
        var row = _known.Single(each => each.OfficialKey == "05558016");
        row.SetType(MunicipalityType.IndependentCity, Office with { Why = " " }).Refusal!.Code.ShouldBe("municipality.type_needs_reason");
        row.SetType(MunicipalityType.DistrictMunicipality, Office).Refusal!.Code.ShouldBe("municipality.same_type");
        row.SetType(MunicipalityType.IndependentCity, Office).Refusal.ShouldBeNull();
        Import(First("20261231"));
        row.ShouldSatisfyAllConditions(each => each.Type.ShouldBe(MunicipalityType.IndependentCity), each => each.TypeReason.ShouldBe("Sonderstatus"), each => each.TypeSetBy.ShouldBe(Office.Who), each => each.TypeSetAt.ShouldBe(Office.When), each => each.TextKey.ShouldBe("63"));
        row.FollowRegister().Fact.Type.ShouldBe(MunicipalityType.DistrictMunicipality);
        row.FollowRegister().Refusal!.Code.ShouldBe("municipality.type_not_set");
    }

    [Theory]
    [InlineData("Münster, Stadt", "Münster", true)]
    [InlineData("Münster, Stadt", "munster", true)]
    [InlineData("Münster, Stadt", "MUENSTER", true)]
    [InlineData("Münster, Stadt", "stadt münst", true)]
    [InlineData("Münster, Stadt", "minster", false)]
    [InlineData("Groß-Gerau", "gross gerau", true)]
    [InlineData("Forst (Lausitz)/Baršć (Łužyca), Stadt", "luzyca", true)]
    [InlineData("Forst (Lausitz)/Baršć (Łužyca), Stadt", "barsc", true)]
    public void Names_are_found_by_any_part_with_umlauts_or_without(string name, string typed, bool found)
    {
        var key = MunicipalityNames.SearchKey(name);
        MunicipalityNames.SearchWords(typed).All(key.Contains).ShouldBe(found);
    }

    private static RegisterText First(string edition = "20251130") => new RegisterText(edition).City("05515", "Münster, Stadt", 320_000, 30_300)
        .District("05558", "Coesfeld", "43").Town("05558016", "Dülmen, Stadt", "63", 47_000).Town("05558020", "Havixbeck").Town("05558024", "Rosendahl, Stadt", "63", 11_000, 9_400).Town("05558028", "Olfen, Stadt", "63", 12_000, 5_200);

    private Outcome<RegisterReport> Merge(RegisterText text) => RegisterMerge.Apply(RegisterFile.Read(text.Bytes).Edition!, _known);

    private RegisterReport Import(RegisterText text)
    {
        var report = Merge(text).Fact;
        _known.AddRange(report.Added);
        return report;
    }
}
