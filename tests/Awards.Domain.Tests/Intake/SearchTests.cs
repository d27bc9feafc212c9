using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Domain.Tests.Calls;

namespace Awards.Domain.Tests.Intake;

public sealed class SearchTests
{
    private static readonly Call Call = Call.Create(CallCase.Definition(new YesNoQuestion { Code = "concept", Text = "Konzept?" },
        new MultipleChoiceQuestion { Code = "places", Text = "Wo?", Options = [new("school", "Schule"), new("club", "Verein", OtherText: true)] }, new ShortTextQuestion { Code = "river", Text = "Fluss?", MaxLength = 100 }));

    private static readonly SearchRow[] Rows =
    [
        Row("Musterstadt", "Überraschung im Park", 1) with { Type = MunicipalityType.IndependentCity, State = "NW", Status = ApplicationState.Admitted, Entry = 1, Group = "entries", Marks = SearchMarks.Review | SearchMarks.Checked },
        Row("Beispielkreis", "Leben in Nachbarschaft", 2) with { Type = MunicipalityType.District, State = "NI", Channel = Channel.Post, SubmittedAt = GermanTime.Utc(new(2026, 12, 31, 23, 30, 0)), Marks = SearchMarks.Twin | SearchMarks.Late, Answers = AnswerSet.Empty.With("concept", "yes").With("places", "school;club=Haus am See").With("river", "die Elbe") },
        Row("Verein Übermut", "Garten für alle", 17) with { Channel = Channel.Email, IsJoint = true, Projects = SortKey.Of("Beet im Park"), Contact = SortKey.Of("Amt für Grün"), Mail = "gruen@verein.example", Marks = SearchMarks.Request | SearchMarks.File, SubmittedAt = GermanTime.Utc(new(2027, 1, 1)) },
    ];

    [Theory]
    [InlineData("", "1 2 17")]
    [InlineData("  ", "1 2 17")]
    [InlineData("uberraschung", "1")]
    [InlineData("ÜBER", "1 17")]
    [InlineData("über garten", "17")]
    [InlineData("-über", "2")]
    [InlineData("\"in nachbarschaft\"", "2")]
    [InlineData("„in Nachbarschaft“", "2")]
    [InlineData("park OR nachbarschaft", "1 2")]
    [InlineData("park ODER garten", "1 17")]
    [InlineData("typ:LK land:NI", "2")]
    [InlineData("typ:lk,ks", "1 2")]
    [InlineData("typ:ohne", "17")]
    [InlineData("land:nordrhein-westfalen", "1")]
    [InlineData("-land:ohne", "1 2")]
    [InlineData("status:zugelassen", "1")]
    [InlineData("Status:eingereicht", "2 17")]
    [InlineData("kanal:post,email", "2 17")]
    [InlineData("gruppe:ohne", "2 17")]
    [InlineData("nr:17", "17")]
    [InlineData("M-2027-E017", "17")]
    [InlineData("e017", "17")]
    [InlineData("nr:M-2027-001", "1")]
    [InlineData("name:muster", "1")]
    [InlineData("titel:park", "1")]
    [InlineData("projekt:park", "17")]
    [InlineData("kontakt:grün", "17")]
    [InlineData("mail:VEREIN.example", "17")]
    [InlineData("ist:dublette", "2")]
    [InlineData("ist:spät", "2")]
    [InlineData("ist:gemeinschaft,dublette", "2 17")]
    [InlineData("ist:offen", "2 17")]
    [InlineData("hat:vorprüfung", "1")]
    [InlineData("ohne:vorprüfung", "2 17")]
    [InlineData("ohne:prüfung -hat:anhang", "2")]
    [InlineData("hat:nachforderung", "17")]
    [InlineData("eingang:2026-12-31", "2")]
    [InlineData("eingang:>31.12.2026", "1 17")]
    [InlineData("eingang:<=31.12.2026", "2")]
    [InlineData("eingang:2026-12-31..2027-01-01", "2 17")]
    [InlineData("frage:concept=yes", "2")]
    [InlineData("frage:concept=Ja", "2")]
    [InlineData("frage:concept=ohne", "1 17")]
    [InlineData("frage:concept", "2")]
    [InlineData("frage:places=club", "2")]
    [InlineData("frage:river=elbe", "2")]
    [InlineData("(typ:LK OR typ:KS) -land:NW", "2")]
    [InlineData("-(typ:LK OR typ:KS)", "17")]
    [InlineData("typ:LK typ:KS OR nr:17", "17")]
    public void A_search_finds(string text, string numbers)
    {
        var query = SearchParser.Parse(text, Scope()).Fact;
        string.Join(' ', Rows.Where(query.Matches).Select(row => row.Arrival)).ShouldBe(numbers);
    }

    [Theory]
    [InlineData("lnd:NW", "Das Feld „lnd“ an Stelle 1 gibt es nicht. Gemeint ist vielleicht „land“.")]
    [InlineData("typ:LK http://x", "Das Feld „http“ an Stelle 8 gibt es nicht. Es gibt:")]
    [InlineData("typ:XX", "„typ:xx“ an Stelle 1 gibt es nicht. Möglich sind: KS, KA, LK, ohne.")]
    [InlineData("a land: b", "Hinter „land:“ an Stelle 3 fehlt, wonach gesucht wird.")]
    [InlineData("a \"b c", "Das Anführungszeichen an Stelle 3 ist nicht geschlossen.")]
    [InlineData("(a OR b", "Die öffnende Klammer an Stelle 1 hat keine schließende.")]
    [InlineData("a b)", "Die schließende Klammer an Stelle 4 hat keine öffnende.")]
    [InlineData("a OR", "Am Ende der Suche fehlt etwas")]
    [InlineData("OR a", "Vor „OR“ an Stelle 1 fehlt etwas")]
    [InlineData("a -OR b", "Hinter dem Minus an Stelle 3 fehlt")]
    [InlineData("eingang:morgen", "„morgen“ an Stelle 1 ist kein Tag.")]
    [InlineData("frage:concpt=yes", "Die Frage „concpt“ an Stelle 1 gibt es nicht. Gemeint ist vielleicht „concept“.")]
    [InlineData("frage:concept=maybe", "Die Frage „concept“ hat keine Antwort „maybe“ (Stelle 1). Möglich sind: yes, no.")]
    [InlineData("hat:alles", "Möglich sind: anhang, nachforderung, prüfung, vorprüfung.")]
    public void A_fault_says_what_is_wrong_and_where(string text, string message) => SearchParser.Parse(text, Scope()).Refusal!.ToString().ShouldContain(message);

    [Fact]
    public void What_somebody_may_not_see_does_not_exist_for_them()
    {
        var little = new SearchScope(Call, Contacts: false, Reviews: false);
        SearchParser.Parse("kontakt:amt", little).Refusal!.ToString().ShouldBe(SearchParser.Parse("quontak:amt", little).Refusal!.ToString().Replace("quontak", "kontakt", StringComparison.Ordinal));
        foreach (var text in new[] { "mail:x", "hat:vorprüfung", "ohne:vorprüfung" }) SearchParser.Parse(text, little).Refusal.ShouldNotBeNull(text);
        SearchParser.Parse("hat:alles", little).Refusal!.ToString().ShouldNotContain("vorprüfung");
        new SearchFields(little).Names.ShouldNotContain("kontakt");
        // A bare word never looks into contacts, whoever searches.
        var query = SearchParser.Parse("verein.example", Scope()).Fact;
        (Rows.Where(query.Matches).Count(), query.Needs).ShouldBe((0, SearchNeeds.None));
    }

    [Fact]
    public void Any_typed_text_is_a_search_or_a_refusal()
    {
        var random = new Random(3);
        string[] pieces = ["typ:", "LK", "-", "(", ")", "\"", "OR", " ", "frage:", "=", "ist:dublette", "\u202e", "\0", "eingang:>", "2027-13-40", "ä", ",", "..", ":"];
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var outcome = SearchParser.Parse(text, Scope());
            if (!outcome.Refused(out var refusal)) _ = Rows.Count(outcome.Fact.Matches);
            else refusal.ToString().ShouldNotBeEmpty();
        }
        SearchParser.Parse(new string('(', 400), Scope()).Refusal!.Code.ShouldBe("search.too_deep");
        SearchParser.Parse(new string('a', 501), Scope()).Refusal!.Code.ShouldBe("search.too_long");
    }

    [Fact]
    public void Only_what_a_search_asks_for_must_be_loaded()
    {
        SearchParser.Parse("typ:LK garten nr:3", Scope()).Fact.Needs.ShouldBe(SearchNeeds.None);
        SearchParser.Parse("frage:concept=yes OR (ist:dublette -hat:vorprüfung)", Scope()).Fact.Needs.ShouldBe(SearchNeeds.Answers | SearchNeeds.Twins | SearchNeeds.Reviews);
    }

    private static SearchScope Scope() => new(Call, Contacts: true, Reviews: true);

    private static SearchRow Row(string name, string title, int arrival) => new() { Name = SortKey.Of(name), Title = SortKey.Of(title), Status = ApplicationState.Submitted, Channel = Channel.Web, Arrival = arrival, SubmittedAt = GermanTime.Utc(new(2027, 2, arrival)) };
}
