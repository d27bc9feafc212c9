using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Domain.Statistics;
using Awards.Testing.Calls;

namespace Awards.Domain.Tests.Statistics;

public sealed class TabulationTests
{
    private static readonly Questionnaire Questions = new()
    {
        Sections =
        [
            new Section
            {
                Code = "one",
                Title = "Abschnitt",
                Questions =
                [
                    new YesNoQuestion { Code = "concept", Text = new LocalizedText("Gibt es ein Konzept?", "Is there a concept?") },
                    new SingleChoiceQuestion { Code = "kind", Text = "Welche Art?", Options = [new("self", "Selbst"), new("external", "Fremd")] },
                    new MultipleChoiceQuestion { Code = "sources", Text = "Welche Mittel?", Options = [new("own", "Eigene"), new("state", "Land"), new("union", "Europa")] },
                ],
            },
        ],
    };

    private static readonly TableDefinition ByType = new() { No = 1, Kind = TableKind.ByType, Question = "concept" };
    private static readonly TableDefinition Multiple = new() { No = 2, Kind = TableKind.MultipleResponse, Question = "sources", Order = RowOrder.Descending };

    [Theory]
    [InlineData(119, 142, "83.8")]
    [InlineData(1, 2000, "0.1")]
    [InlineData(1, 2001, "0.0")]
    [InlineData(1, 16, "6.3")]
    [InlineData(3, 16, "18.8")]
    [InlineData(1, 3, "33.3")]
    [InlineData(2, 3, "66.7")]
    [InlineData(0, 7, "0.0")]
    [InlineData(7, 7, "100.0")]
    public void Percentages_are_rounded_half_up_to_one_decimal(int count, int total, string percent) => Percent.Of(count, total).ShouldBe(percent);

    [Fact]
    public void There_is_no_percentage_of_nothing()
    {
        Percent.Of(0, 0).ShouldBeNull();
        Percent.Show(Percent.Of(0, 0)).ShouldBe("–");
        Percent.Show("93.2").ShouldBe("93,2");
        Percent.Show("93.2", "en").ShouldBe("93.2");
    }

    [Fact]
    public void A_table_by_type_has_all_types_and_a_total_also_without_entries()
    {
        var table = Count(ByType);
        table.N.ShouldBe(0);
        table.Rows.Select(row => row.Code).ShouldBe(["KS", "KA", "LK", "total"]);
        table.Columns.Select(column => column.Code).ShouldBe(["yes", "no"]);
        table.Rows.SelectMany(row => row.Cells).ShouldAllBe(cell => cell.Count == 0 && cell.Percent == null);
        table.IsMultipleResponse.ShouldBeFalse();
    }

    [Fact]
    public void No_answer_is_a_column_where_it_occurs_and_belongs_to_the_base()
    {
        var table = Count(ByType, Entry(MunicipalityType.District, ("concept", "yes")), Entry(MunicipalityType.District));
        table.Columns.Select(column => (column.Code, column.Label)).ShouldBe([("yes", "Ja"), ("no", "Nein"), ("no_answer", "keine Antwort")]);
        var districts = table.Rows.Single(row => row.Code == "LK");
        districts.Base.ShouldBe(2);
        districts.Cells.Select(cell => (cell.Count, cell.Percent)).ShouldBe([(1, "50.0"), (0, "0.0"), (1, "50.0")]);
    }

    [Fact]
    public void Percentages_of_a_row_are_of_that_row()
    {
        var table = Count(ByType, Entry(MunicipalityType.District, ("concept", "yes")), Entry(MunicipalityType.IndependentCity, ("concept", "no")), Entry(MunicipalityType.IndependentCity, ("concept", "yes")));
        table.Rows.Single(row => row.Code == "KS").Cells[0].Percent.ShouldBe("50.0");
        table.Rows.Single(row => row.Code == "LK").Cells[0].Percent.ShouldBe("100.0");
        table.Rows.Single(row => row.Code == "total").Cells[0].ShouldBe(new TableCell("yes", 2, "66.7"));
    }

    [Fact]
    public void A_base_leaves_out_entries_that_do_not_fulfil_it_and_those_without_an_answer()
    {
        var onlyWithConcept = new TableDefinition { No = 3, Kind = TableKind.ByType, Question = "kind", Base = new ChosenCondition("concept", ["yes"]) };
        var table = Count(onlyWithConcept, Entry(MunicipalityType.District, ("concept", "yes"), ("kind", "self")), Entry(MunicipalityType.District, ("concept", "no"), ("kind", "self")), Entry(MunicipalityType.District, ("kind", "external")));
        table.N.ShouldBe(1);
        table.Rows.Single(row => row.Code == "total").Cells.Select(cell => cell.Count).ShouldBe([1, 0]);
    }

    [Fact]
    public void Multiple_response_takes_percent_of_all_entries_also_of_those_that_named_nothing()
    {
        var table = Count(Multiple, Entry(MunicipalityType.District, ("sources", "own;union")), Entry(MunicipalityType.District, ("sources", "union")), Entry(MunicipalityType.District), Entry(MunicipalityType.IndependentCity));
        table.IsMultipleResponse.ShouldBeTrue();
        table.N.ShouldBe(4);
        table.Rows.Select(row => (row.Code, row.Base, row.Cells.Single().Count, row.Cells.Single().Percent)).ShouldBe([("union", 4, 2, "50.0"), ("own", 4, 1, "25.0"), ("state", 4, 0, "0.0")]);
    }

    [Fact]
    public void Equal_mentions_keep_the_order_of_the_questionnaire()
    {
        var table = Count(Multiple, Entry(MunicipalityType.District, ("sources", "union;state;own")));
        table.Rows.Select(row => row.Code).ShouldBe(["own", "state", "union"]);
    }

    [Fact]
    public void The_order_of_entries_changes_nothing()
    {
        var random = new Random(4);
        string[] answers = ["", "yes", "no"], sources = ["", "own", "own;state", "union;own"];
        var entries = Enumerable.Range(0, 60).Select(at => Entry(MunicipalityTypes.All[at % 3], ("concept", answers[random.Next(3)]), ("sources", sources[random.Next(4)]))).ToList();
        string Tables(IReadOnlyCollection<CountedEntry> counted) => JsonSerializer.Serialize(new[] { Tabulation.Count(ByType, Questions, counted), Tabulation.Count(Multiple, Questions, counted) });
        var expected = Tables(entries);
        for (var turn = 0; turn < 5; turn++) Tables([.. entries.OrderBy(_ => random.Next())]).ShouldBe(expected);
    }

    [Fact]
    public void Labels_follow_the_language_codes_do_not()
    {
        var german = Tabulation.Count(ByType, Questions, [Entry(MunicipalityType.District)]);
        var english = Tabulation.Count(ByType, Questions, [Entry(MunicipalityType.District)], "en");
        english.Title.ShouldBe("Is there a concept?");
        english.Columns.Select(column => column.Label).ShouldBe(["Yes", "No", "no answer"]);
        english.Rows.Select(row => row.Label).ShouldBe(["independent cities", "district municipalities", "districts", "total"]);
        english.Columns.Select(column => column.Code).ShouldBe(german.Columns.Select(column => column.Code));
    }

    [Fact]
    public void A_table_of_a_question_that_does_not_exist_is_a_fault_of_the_definition() =>
        Should.Throw<InvalidOperationException>(() => Count(new TableDefinition { No = 9, Kind = TableKind.ByType, Question = "unknown" }));

    [Fact]
    public void Rows_of_a_matrix_are_counted_on_its_scale_together_or_by_type()
    {
        CountedEntry[] entries = [Entry(MunicipalityType.District, ("partners", "clubs=often;schools=never")), Entry(MunicipalityType.District, ("partners", "clubs=often")), Entry(MunicipalityType.IndependentCity)];
        var table = Tabulation.Count(new() { No = 1, Kind = TableKind.Matrix, Question = "partners" }, EveryQuestion.Questionnaire, entries);
        table.Columns.Select(column => column.Code).ShouldBe(["never", "often", "no_answer"]);
        table.Rows.Select(row => (row.Code, row.Base, string.Join(' ', row.Cells.Select(cell => cell.Count)))).ShouldBe([("clubs", 3, "0 2 1"), ("schools", 3, "1 0 2")]);
        table.Rows[0].Cells[1].Percent.ShouldBe("66.7");
        var byType = Tabulation.Count(new() { No = 2, Kind = TableKind.ByType, Question = "partners.clubs" }, EveryQuestion.Questionnaire, entries);
        byType.Title.ShouldBe("Wie eng arbeiten Sie zusammen? – mit Vereinen");
        byType.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Count))).ShouldBe(["0 0 1", "0 0 0", "0 2 0", "0 2 1"]);
    }

    [Fact]
    public void Words_of_ones_own_count_as_their_option()
    {
        CountedEntry[] entries = [Entry(MunicipalityType.District, ("sources", "own;other=eins"), ("duration", "other=zwei"))];
        Tabulation.Count(new() { No = 1, Kind = TableKind.MultipleResponse, Question = "sources" }, EveryQuestion.Questionnaire, entries).Rows.Select(row => row.Cells[0].Count).ShouldBe([1, 0, 1, 0]);
        Tabulation.Count(new() { No = 2, Kind = TableKind.ByType, Question = "duration" }, EveryQuestion.Questionnaire, entries).Rows[^1].Cells.Select(cell => cell.Count).ShouldBe([0, 0, 1]);
    }

    private static StatisticTable Count(TableDefinition table, params CountedEntry[] entries) => Tabulation.Count(table, Questions, entries);

    private static CountedEntry Entry(MunicipalityType type, params (string Question, string Value)[] answers) =>
        new(type, answers.Aggregate(AnswerSet.Empty, (set, answer) => set.With(answer.Question, answer.Value)));
}
