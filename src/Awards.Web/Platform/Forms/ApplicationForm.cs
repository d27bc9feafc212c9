using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Forms;

/// <summary>The application form of a call as lines, for paper and for workbooks: everything that the pages of an application ask for, files and consents excepted.</summary>
public sealed class ApplicationForm(CallDefinition call, string language)
{
    /// <summary>Lines for municipalities that take part.</summary>
    public const int Participants = Participant.Most;

    public static IReadOnlyList<string> Languages { get; } = ["de", "en"];

    public CallDefinition Call => call;
    public string Language => language;

    /// <summary>Applicant, contact and contribution.</summary>
    public FormPart Application() => new(Say("Bewerbung", "Application"), [.. Applicant(), .. Contact(), .. Contribution()]);

    /// <summary>Those who take part beside the applicant.</summary>
    public FormPart Joint() => new(Say("Beteiligte", "Participants"),
    [
        new(FormKind.Note, Say("Nur bei gemeinsamen Bewerbungen: Nennen Sie die Kommunen, die neben der bewerbenden beteiligt sind.", "For joint applications only: name the municipalities that take part beside the applicant.")),
        .. Enumerable.Range(1, Participants).Select(number => new FormLine(FormKind.Participant, Say($"Beteiligte Kommune {number}", $"Participating municipality {number}")) { Key = FormKeys.Participant(number), MaxLength = Municipality.MaxName }),
    ]);

    /// <summary>Single projects; null where the call has none.</summary>
    public FormPart? Projects() => call.MaxSingleProjects == 0 ? null : new(Say("Einzelprojekte", "Single projects"), [.. Enumerable.Range(1, call.MaxSingleProjects).SelectMany(Project)]);

    /// <summary>The questions by section.</summary>
    public FormPart Questions() => new(Say("Fragebogen", "Questionnaire"), [.. call.Questionnaire.Sections.SelectMany(section => section.Questions.SelectMany(Question).Prepend(Heading(section.Title.In(language))))]);

    /// <summary>All parts in order.</summary>
    public IReadOnlyList<FormPart> Parts() => [.. new[] { Application(), Joint(), Projects(), Questions() }.OfType<FormPart>()];

    /// <summary>Types of municipalities to choose from.</summary>
    public IReadOnlyList<FormOption> Types() =>
    [
        new(MunicipalityType.IndependentCity.Code(), Say("kreisfreie Stadt", "independent city")),
        new(MunicipalityType.DistrictMunicipality.Code(), Say("kreisangehörige Kommune", "municipality in a district")),
        new(MunicipalityType.District.Code(), Say("Landkreis", "district")),
    ];

    /// <summary>Federal states to choose from.</summary>
    public static IReadOnlyList<FormOption> States() => [.. FederalStates.Codes.Select(code => new FormOption(code, FederalStates.Name(code)))];

    /// <summary>A text in the language of the form.</summary>
    internal string Say(string german, string english) => language == "en" ? english : german;

    private IEnumerable<FormLine> Applicant() =>
    [
        Heading(Say("Wer bewirbt sich?", "Who applies?")),
        new(FormKind.Line, Say("Name der Kommune", "Name of the municipality")) { Key = FormKeys.ApplicantName, MaxLength = Municipality.MaxName, Required = true },
        new(FormKind.Choice, Say("Kommunentyp", "Type of municipality")) { Key = FormKeys.ApplicantType, Options = Types() },
        new(FormKind.Choice, Say("Land", "Federal state")) { Key = FormKeys.ApplicantState, Options = States() },
    ];

    private IEnumerable<FormLine> Contact() =>
    [
        Heading(Say("Kontakt", "Contact")),
        Text(nameof(ApplicationTexts.ContactName), Say("Name der Ansprechperson", "Name of the contact person"), required: true),
        Text(nameof(ApplicationTexts.ContactMail), Say("E-Mail-Adresse der Ansprechperson", "E-mail address of the contact person"), required: true),
        Text(nameof(ApplicationTexts.ContactPhone), Say("Telefon der Ansprechperson", "Telephone number of the contact person")),
        Text(nameof(ApplicationTexts.Department), Say("Zuständige Stelle", "Office in charge"), Say("Amt, Fachbereich oder Stabsstelle", "Office, department or unit")),
        Text(nameof(ApplicationTexts.Website), Say("Internetadresse", "Web address")),
    ];

    private IEnumerable<FormLine> Contribution()
    {
        var limits = call.LimitRules();
        yield return Heading(Say("Beitrag", "Contribution"));
        yield return Text(nameof(ApplicationTexts.Title), Say("Titel des Beitrags", "Title of the contribution"), required: true);
        if (call.Contributions is { Count: > 0 } kinds)
        {
            yield return new(FormKind.Choice, Say("Art des Beitrags", "Kind of contribution")) { Key = nameof(ApplicationTexts.Contribution), Required = true, Options = Distinct(kinds.Select(kind => (kind.Code, kind.Label.In(language)))) };
            yield return new(FormKind.Choice, Say("Neu oder schon begonnen", "New or already begun"))
            {
                Key = nameof(ApplicationTexts.Novelty),
                Required = true,
                Options = [new(nameof(Novelty.New), Say("neu", "new")), new(nameof(Novelty.Existing), Say("schon begonnen", "already begun"))],
            };
        }
        yield return Texts(nameof(ApplicationTexts.Focus), Say("Schwerpunkt", "Focus"), ApplicationTexts.MaxNote, Say("In zwei oder drei Sätzen.", "In two or three sentences."));
        yield return Texts(nameof(ApplicationTexts.ThirdParties), Say("Beteiligte Dritte", "Third parties"), ApplicationTexts.MaxNote, Say("Wer außerhalb der Kommune führt Teile des Beitrags aus?", "Who outside the municipality carries out parts of the contribution?"));
        yield return Texts(nameof(ApplicationTexts.Embedding), Say("Einbindung der Dritten", "How third parties are embedded"), ApplicationTexts.MaxNote, Say("Wie ist die Arbeit der Dritten in die der Kommune eingebunden?", "How is their work embedded in that of the municipality?"));
        yield return Texts(nameof(ApplicationTexts.Summary), Say("Kurzfassung", "Short version"), ApplicationTexts.MaxSummary, Say($"Höchstens {limits.SummaryWords} Wörter.", $"At most {limits.SummaryWords} words."), required: true);
        yield return Texts(nameof(ApplicationTexts.Description), Say("Beschreibung", "Description"), ApplicationTexts.MaxDescription,
            Say($"Höchstens {limits.Pages} Seiten A4. Sie können sie stattdessen als PDF beilegen.", $"At most {limits.Pages} A4 pages. You can enclose a PDF instead."), required: true);
    }

    private IEnumerable<FormLine> Project(int position)
    {
        var limits = call.LimitRules();
        yield return Heading(Say($"Einzelprojekt {position}", $"Single project {position}"));
        yield return new(FormKind.Line, Say("Titel", "Title")) { Key = ApplicationFields.Project(position, nameof(ProjectText.Title)), MaxLength = ApplicationTexts.MaxLine };
        yield return new(FormKind.Lines, Say("Beschreibung", "Description"))
        {
            Key = ApplicationFields.Project(position, nameof(ProjectText.Description)),
            MaxLength = limits.ProjectCharacters,
            Hint = Say($"Höchstens {limits.ProjectCharacters} Zeichen.", $"At most {limits.ProjectCharacters} characters."),
        };
        foreach (var field in limits.ProjectFields)
            yield return new(FormKind.Lines, field.Label.In(language)) { Key = ApplicationFields.ProjectField(position, field.Code), MaxLength = ProjectText.MaxField, Required = field.Required };
    }

    private IEnumerable<FormLine> Question(Question question)
    {
        var key = ApplicationFields.Answer(question.Code);
        var line = new FormLine(FormKind.Line, question.Text.In(language)) { Key = key, Required = question.Required, Hint = Hint(question) };
        return question switch
        {
            YesNoQuestion or SingleChoiceQuestion => [line with { Kind = FormKind.Choice, Options = Options(question.Choices) }, .. Words(question)],
            MultipleChoiceQuestion => [line with { Kind = FormKind.Note, Key = "" }, .. question.Choices.SelectMany(option => Marks(question, option))],
            MatrixQuestion matrix => [line with { Kind = FormKind.Note, Key = "" }, .. matrix.Rows.Select(row => new FormLine(FormKind.Choice, row.Text.In(language)) { Key = ApplicationFields.Answer(matrix.KeyOf(row.Code)), Options = Options(matrix.Options) })],
            FileQuestion => [line with { Kind = FormKind.Note, Key = "", Hint = Joined(line.Hint, Say("Bitte legen Sie die Dateien bei.", "Please enclose the files.")) }],
            WholeNumberQuestion whole => [line with { Kind = FormKind.Number, Whole = true, Range = (whole.Min, whole.Max), Hint = Joined(line.Hint, whole.Unit?.In(language)) }],
            DecimalQuestion number => [line with { Kind = FormKind.Number, Range = (number.Min, number.Max), Hint = Joined(line.Hint, number.Unit?.In(language)) }],
            PercentQuestion percent => [line with { Kind = FormKind.Number, Range = (percent.Min, percent.Max), Hint = Joined(line.Hint, Say("In Prozent, zum Beispiel 33,3.", "In percent, for example 33.3.")) }],
            MoneyQuestion money => [line with { Kind = FormKind.Number, Range = (money.MinCents / 100m, money.MaxCents / 100m), Hint = Joined(line.Hint, Say("In Euro.", "In euros.")) }],
            DateQuestion date => [line with { Kind = FormKind.Day, Days = (date.Min, date.Max), Hint = Joined(line.Hint, Say("Tag, Monat und Jahr, zum Beispiel 31.12.2017.", "Day, month and year, for example 31.12.2017.")) }],
            ShortTextQuestion text => [line with { MaxLength = text.MaxLength }],
            LongTextQuestion text => [line with { Kind = FormKind.Lines, MaxLength = text.MaxLength, Hint = Joined(line.Hint, Say($"Höchstens {text.MaxLength} Zeichen.", $"At most {text.MaxLength} characters.")) }],
            _ => throw new InvalidOperationException($"No line for {question.GetType().Name}."),
        };
    }

    private string Hint(Question question) => Joined(
        question.AskedIf is { } condition ? Say("Nur beantworten, wenn ", "Answer only if ") + ConditionWords.Clause(condition, call.Questionnaire, language) + "." : null,
        question is MultipleChoiceQuestion { Max: { } most } ? Say($"Höchstens {most} Antworten.", $"At most {most} answers.") : null,
        question is MultipleChoiceQuestion ? Say("Bitte ankreuzen (x).", "Please mark with an x.") : null,
        question.Help?.In(language));

    private IEnumerable<FormLine> Marks(Question question, QuestionOption option) =>
        Words(question, option).Prepend(new(FormKind.Mark, option.Label.In(language)) { Key = FormKeys.Mark(question.Code, option.Code), Options = [new FormOption("x", "x")] });

    private IEnumerable<FormLine> Words(Question question) => question.Choices.SelectMany(option => Words(question, option));

    private IEnumerable<FormLine> Words(Question question, QuestionOption option) => !option.OtherText ? []
        : [new(FormKind.Line, Say($"Zu „{option.Label.De}“ in eigenen Worten", $"For “{option.Label.In(language)}” in your own words")) { Key = FormKeys.Words(question.Code, option.Code), MaxLength = ChosenAnswer.MaxOtherText }];

    private List<FormOption> Options(IReadOnlyList<QuestionOption> options) => Distinct(options.Select(option => (option.Code, option.Label.In(language))));

    // In a drop-down two options of one name could not be told apart.
    private static List<FormOption> Distinct(IEnumerable<(string Code, string Label)> options)
    {
        var all = options.ToList();
        return all.ConvertAll(option => new FormOption(option.Code, all.Count(other => other.Label.Trim() == option.Label.Trim()) > 1 ? $"{option.Label.Trim()} ({option.Code})" : option.Label.Trim()));
    }

    private static FormLine Heading(string text) => new(FormKind.Heading, text);

    private static FormLine Text(string key, string label, string hint = "", bool required = false) => new(FormKind.Line, label) { Key = key, Hint = hint, MaxLength = ApplicationTexts.MaxLine, Required = required };

    private static FormLine Texts(string key, string label, int most, string hint, bool required = false) => new(FormKind.Lines, label) { Key = key, Hint = hint, MaxLength = most, Required = required };

    private static string Joined(params string?[] parts) => string.Join(" ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
