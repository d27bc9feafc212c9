using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Testing.Calls;

/// <summary>A fictitious questionnaire with every type of question, every option of each, and conditions of every kind.</summary>
public static class EveryQuestion
{
    public static Questionnaire Questionnaire => new()
    {
        Sections =
        [
            new Section
            {
                Code = "choices",
                Title = new LocalizedText("Auswahl", "Choices"),
                Questions =
                [
                    new YesNoQuestion { Code = "has_concept", Text = new LocalizedText("Gibt es ein Konzept?", "Is there a concept?"), Required = true },
                    new SingleChoiceQuestion
                    {
                        Code = "duration", Text = new LocalizedText("Wie lange läuft das Vorhaben?", "How long does the project run?"), Help = new LocalizedText("Gemeint ist die gesamte Laufzeit.", "The whole duration is meant."),
                        Options = [new("short", new LocalizedText("Bis zu 2 Jahre", "Up to 2 years")), new("long", new LocalizedText("Über 2 Jahre", "More than 2 years")), new("other", new LocalizedText("Anders", "Otherwise"), OtherText: true)],
                    },
                    new MultipleChoiceQuestion
                    {
                        Code = "sources", Text = new LocalizedText("Woher kommt das Geld?", "Where does the money come from?"), Required = true, Max = 2,
                        Options = [new("own", new LocalizedText("Eigene Mittel", "Own means")), new("state", new LocalizedText("Land", "State")), new("other", new LocalizedText("Weitere", "Others"), OtherText: true), new("none", new LocalizedText("Nichts davon", "None of these"), Exclusive: true)],
                    },
                    new MatrixQuestion
                    {
                        Code = "partners", Text = new LocalizedText("Wie eng arbeiten Sie zusammen?", "How closely do you work together?"), Required = true,
                        Rows = [new("clubs", new LocalizedText("mit Vereinen", "with clubs")), new("schools", new LocalizedText("mit Schulen", "with schools"))],
                        Options = [new("never", new LocalizedText("gar nicht", "not at all")), new("often", new LocalizedText("oft", "often"))],
                    },
                ],
            },
            new Section
            {
                Code = "numbers",
                Title = new LocalizedText("Zahlen und Tage", "Numbers and days"),
                Questions =
                [
                    new WholeNumberQuestion { Code = "volunteers", Text = new LocalizedText("Wie viele Freiwillige helfen mit?", "How many volunteers help?"), Max = 100_000, Unit = new LocalizedText("Personen", "persons"), Required = true },
                    new DecimalQuestion { Code = "area", Text = new LocalizedText("Wie groß ist die Fläche?", "How large is the area?"), Decimals = 1, Min = 0.5m, Max = 5000m, Unit = new LocalizedText("Hektar", "hectares") },
                    new MoneyQuestion { Code = "cost", Text = new LocalizedText("Was kostet das Vorhaben?", "What does the project cost?"), MinCents = 0, MaxCents = 100_000_000 },
                    new PercentQuestion { Code = "share", Text = new LocalizedText("Welchen Anteil tragen Sie selbst?", "Which share do you bear yourselves?"), Decimals = 1 },
                    new DateQuestion { Code = "begin", Text = new LocalizedText("Wann hat es begonnen?", "When did it begin?"), Min = new DateOnly(2000, 1, 1), Max = new DateOnly(2030, 12, 31) },
                ],
            },
            new Section
            {
                Code = "words",
                Title = new LocalizedText("Texte und Dateien", "Texts and files"),
                Questions =
                [
                    new ShortTextQuestion
                    {
                        Code = "why_other", Text = new LocalizedText("Worum geht es bei den weiteren Mitteln?", "What are the other means about?"), MaxLength = 80, Required = true,
                        AskedIf = new AllCondition([new ChosenCondition("has_concept", ["yes"]), new AnyCondition([new ChosenCondition("sources", ["other", "state"]), new ComparedCondition("cost", Comparison.GreaterOrEqual, "5000000")])]),
                    },
                    new LongTextQuestion
                    {
                        Code = "story", Text = new LocalizedText("Wie kam es dazu?", "How did it come about?"), MaxLength = 2000,
                        AskedIf = new NotCondition(new AnyCondition([new ChosenCondition("partners.clubs", ["never"]), new ComparedCondition("begin", Comparison.Less, "2010-01-01"), new ComparedCondition("why_other", Comparison.Equals, "Zu 'geheim'")])),
                    },
                    new FileQuestion { Code = "plans", Text = new LocalizedText("Pläne und Bilder", "Plans and pictures"), Kinds = ["pdf", "png"], MaxMegabytes = 2, MaxFiles = 2, AskedIf = new ChosenCondition("has_concept", ["yes"]) },
                ],
            },
        ],
    };

    /// <summary>Canonical answers to all of them, files excepted.</summary>
    public static AnswerSet Answers => AnswerSet.Empty
        .With("has_concept", "yes").With("duration", "other=Bis 2040%3B 50 %25 sicher").With("sources", "state;other=Stiftung%3B \"Hilfe=ja\"")
        .With("partners", "clubs=often;schools=never").With("volunteers", "1250").With("area", "12.5").With("cost", "5000050").With("share", "33.3")
        .With("begin", "2017-12-31").With("why_other", "Stiftung").With("story", "Es war\neinmal");

    /// <summary>A call with this questionnaire.</summary>
    public static CallDefinition In(CallDefinition definition) => definition with { Questionnaire = Questionnaire, Tables = [] };
}
