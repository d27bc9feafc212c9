using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Stages.Setup;
using Awards.Web.Stages.Setup.Office;

namespace Awards.Web.Tests.Stages.Setup;

/// <summary>Types a whole call into the pages of the set-up, as the office would, and nothing else.</summary>
internal sealed class Editors(Visitor lead, string slug)
{
    private const string Form = "main form[method=post]";

    /// <summary>Creates an empty call.</summary>
    public static async Task<Editors> BeginAsync(Visitor lead, CallDefinition call)
    {
        var page = await lead.GetAsync(SetupLinks.New);
        var answer = await lead.SubmitAsync(page, Form, new()
        {
            ["From"] = "leer",
            ["Title"] = call.Title.De,
            ["Slug"] = call.Slug,
            ["NumberPrefix"] = call.NumberPrefix,
            ["FirstDay"] = GermanTime.Local(call.Phases.First(phase => phase.Kind == PhaseKind.Application).From).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        answer.IsRedirect.ShouldBeTrue(answer.Text);
        return new(lead, call.Slug);
    }

    public async Task TypeAllAsync(CallDefinition call)
    {
        await TextsAsync(call);
        await CalendarAsync(call);
        await GroupsAsync(call);
        await PrizesAsync(call);
        await CriteriaAsync(call);
        await ScopeAsync(call);
        if (call.FormalChecks is not null) await FormalChecksAsync(call);
        await PrivacyAsync(call.PrivacyRules());
        await QuestionnaireAsync(call.Questionnaire);
        await TablesAsync(call);
    }

    public Task<Answer> TextsAsync(CallDefinition call) => SaveAsync(SetupLinks.Texts(slug), new()
    {
        ["Input.Kind"] = call.Kind.ToString(),
        ["Input.TitleDe"] = call.Title.De,
        ["Input.TitleEn"] = call.Title.En,
        ["Input.SummaryDe"] = call.Summary.De,
        ["Input.SummaryEn"] = call.Summary.En,
        ["Input.BodyDe"] = call.Body?.De,
        ["Input.BodyEn"] = call.Body?.En,
        ["Input.SponsorDe"] = call.Sponsor.De,
        ["Input.SponsorEn"] = call.Sponsor.En,
        ["Input.OrganiserDe"] = call.Organiser.De,
        ["Input.OrganiserEn"] = call.Organiser.En,
        ["Input.PartnersDe"] = call.Partners?.De,
        ["Input.PartnersEn"] = call.Partners?.En,
    });

    public Task<Answer> CalendarAsync(CallDefinition call, string? reason = null)
    {
        var values = new Dictionary<string, string?> { ["LetterRequired"] = call.LetterOfIntentRequired ? "true" : null, ["Reminders"] = string.Join(", ", call.ReminderDays ?? []), ["Reason"] = reason };
        foreach (var kind in Enum.GetValues<PhaseKind>())
        {
            var row = PhaseRow.Of(kind, call.Phases.FirstOrDefault(phase => phase.Kind == kind));
            var at = $"Rows[{(int)kind}]";
            (values[$"{at}.Included"], values[$"{at}.FromDay"], values[$"{at}.FromTime"], values[$"{at}.UntilDay"], values[$"{at}.UntilTime"]) = (row.Included ? "true" : null, row.FromDay, row.FromTime, row.UntilDay, row.UntilTime);
        }
        return SaveAsync(SetupLinks.Calendar(slug), values);
    }

    public Task<Answer> GroupsAsync(CallDefinition call)
    {
        var values = Removed(3);
        Rows(values, call.AwardGroups, 3, (group, at) =>
        {
            Label(values, at, group.Code, group.Label);
            (values[$"{at}.Types"], values[$"{at}.Special"], values[$"{at}.FromPopulation"], values[$"{at}.BelowPopulation"]) =
                (group.Types.Count == 0 ? null : string.Join('\n', group.Types), group.Special ? "true" : null, group.FromPopulation?.ToString(CultureInfo.InvariantCulture), group.BelowPopulation?.ToString(CultureInfo.InvariantCulture));
        });
        return SaveAsync(SetupLinks.Groups(slug), values);
    }

    public Task<Answer> CriteriaAsync(CallDefinition call)
    {
        var sheet = ScaleInput.Of(call);
        var values = new Dictionary<string, string?>
        {
            ["Input.Min"] = sheet.Min,
            ["Input.Max"] = sheet.Max,
            ["Input.MinDe"] = sheet.MinDe,
            ["Input.MinEn"] = sheet.MinEn,
            ["Input.MaxDe"] = sheet.MaxDe,
            ["Input.MaxEn"] = sheet.MaxEn,
            ["Input.MinReasonLength"] = sheet.MinReasonLength,
            ["Input.MaxReasonLength"] = sheet.MaxReasonLength,
            ["Input.AnchorsDe"] = sheet.AnchorsDe?.Replace('\n', '\r'),
            ["Input.AnchorsEn"] = sheet.AnchorsEn?.Replace('\n', '\r'),
            ["Input.Votes"] = string.Join('\n', sheet.Votes),
            ["Input.Partner"] = string.Join('\n', sheet.Partner),
            ["Input.Jury"] = string.Join('\n', sheet.Jury),
            ["Input.Municipality"] = sheet.Municipality.Count == 0 ? null : string.Join('\n', sheet.Municipality),
            ["Input.Reminders"] = sheet.Reminders,
        };
        for (var at = 0; at < sheet.Lengths.Count; at++) (values[$"Input.Lengths[{at}].Min"], values[$"Input.Lengths[{at}].Max"]) = (sheet.Lengths[at].Min, sheet.Lengths[at].Max);
        string? Weight(SheetDefinition? of, Criterion criterion) => of?.Items.FirstOrDefault(item => item.Criterion == criterion.Code) is { } item ? SetupNumbers.Show(item.WeightTenths) : null;
        Rows(values, call.Criteria, 0, (criterion, at) =>
        {
            Label(values, at, criterion.Code, criterion.Label);
            (values[$"{at}.EntryWeight"], values[$"{at}.ProjectWeight"]) = (Weight(call.EntrySheet, criterion), Weight(call.ProjectSheet, criterion));
            var row = CriterionRow.Of(criterion, 1, null, null, CriterionRow.ShownItem(call, criterion.Code));
            (values[$"{at}.Comment"], values[$"{at}.MustBeRated"], values[$"{at}.Independent"], values[$"{at}.AnchorsDe"], values[$"{at}.AnchorsEn"]) =
                (row.Comment, row.MustBeRated ? "true" : null, row.Independent ? "true" : null, row.AnchorsDe?.Replace('\n', '\r'), row.AnchorsEn?.Replace('\n', '\r'));
        });
        return SaveAsync(SetupLinks.Criteria(slug), values);
    }

    public Task<Answer> FormalChecksAsync(CallDefinition call)
    {
        var values = new Dictionary<string, string?>();
        Rows(values, call.FormalChecks ?? [], 0, (check, at) =>
        {
            Label(values, at, check.Code, check.Label);
            (values[$"{at}.HelpDe"], values[$"{at}.HelpEn"]) = (check.Help?.De, check.Help?.En);
        });
        return SaveAsync(SetupLinks.FormalChecks(slug), values);
    }

    public Task<Answer> PrizesAsync(CallDefinition call)
    {
        var values = new Dictionary<string, string?> { ["Budget"] = PrizeRow.Typed(call.BudgetCents) };
        Rows(values, call.Prizes, 0, (prize, at) =>
        {
            Label(values, at, prize.Code, prize.Label);
            (values[$"{at}.Amount"], values[$"{at}.Groups"]) = (PrizeRow.Typed(prize.Cents), string.Join('\n', prize.Groups));
        });
        return SaveAsync(SetupLinks.Prizes(slug), values);
    }

    public Task<Answer> ScopeAsync(CallDefinition call)
    {
        var typed = ScopeInput.Of(call);
        var values = new Dictionary<string, string?>
        {
            ["Input.WhoDe"] = typed.WhoDe,
            ["Input.WhoEn"] = typed.WhoEn,
            ["Input.MayEnter"] = typed.MayEnter.Count == 0 ? null : string.Join('\n', typed.MayEnter),
            ["Input.Projects"] = typed.Projects,
            ["Input.Pages"] = typed.Pages,
            ["Input.SummaryWords"] = typed.SummaryWords,
            ["Input.ProjectCharacters"] = typed.ProjectCharacters,
            ["Input.Attachments"] = typed.Attachments,
            ["Input.Megabytes"] = typed.Megabytes,
            ["Input.Font"] = typed.Font,
            ["Input.Size"] = typed.Size,
            ["Input.Line"] = typed.Line,
            ["Input.Margin"] = typed.Margin,
        };
        Rows(values, call.Contributions ?? [], 0, (kind, at) => Label(values, at, kind.Code, kind.Label), "Contributions");
        Rows(values, call.LimitRules().ProjectFields, 0, (field, at) =>
        {
            Label(values, at, field.Code, field.Label);
            values[$"{at}.Required"] = field.Required ? "true" : null;
        }, "Fields");
        return SaveAsync(SetupLinks.Scope(slug), values);
    }

    public Task<Answer> PrivacyAsync(PrivacyDefinition privacy)
    {
        var values = new Dictionary<string, string?> { ["ControllerDe"] = privacy.Controller?.De, ["ControllerEn"] = privacy.Controller?.En, ["ContactDe"] = privacy.Contact?.De, ["ContactEn"] = privacy.Contact?.En };
        Rows(values, privacy.Purposes, 0, (purpose, at) => Label(values, at, purpose.Code, purpose.Text), "Purposes");
        Rows(values, privacy.Consents, 0, (consent, at) => (values[$"{at}.Code"], values[$"{at}.TextDe"], values[$"{at}.TextEn"], values[$"{at}.Required"], values[$"{at}.Publishes"]) =
            (consent.Code, consent.Text.De, consent.Text.En, consent.Required ? "true" : null, consent.Permits is null ? null : "true"), "Consents");
        foreach (var what in Enum.GetValues<RetentionSubject>())
        {
            var rule = privacy.Retention.FirstOrDefault(each => each.What == what);
            (values[$"Retention[{(int)what}].Days"], values[$"Retention[{(int)what}].After"]) = (rule?.Days.ToString(CultureInfo.InvariantCulture) ?? "", rule?.After.ToString() ?? "");
        }
        return SaveAsync(SetupLinks.Privacy(slug), values);
    }

    public async Task QuestionnaireAsync(Questionnaire questionnaire)
    {
        var values = new Dictionary<string, string?>();
        Rows(values, questionnaire.Sections, 0, (section, at) => Label(values, at, section.Code, section.Title));
        await SaveAsync(SetupLinks.Questionnaire(slug), values);
        foreach (var section in questionnaire.Sections)
            foreach (var question in section.Questions)
            {
                var kind = QuestionKinds.Of(question);
                await SaveAsync($"{SetupLinks.NewQuestion(slug, section.Code)}?art={kind.Name}", Question(question, questionnaire));
            }
    }

    public Task<Answer> TablesAsync(CallDefinition call)
    {
        var values = new Dictionary<string, string?>();
        Rows(values, call.Tables, 0, (table, at) =>
        {
            var row = TableRow.Of(table);
            (values[$"{at}.No"], values[$"{at}.Question"], values[$"{at}.TitleDe"], values[$"{at}.TitleEn"], values[$"{at}.Base"], values[$"{at}.BaseOr"], values[$"{at}.Descending"]) = (row.No, row.Question, row.TitleDe, row.TitleEn, row.Base, row.BaseOr, row.Descending ? "true" : null);
            values.Remove($"{at}.Place");
        });
        return SaveAsync(SetupLinks.Tables(slug), values);
    }

    /// <summary>What is typed for a question.</summary>
    public static Dictionary<string, string?> Question(Question question, Questionnaire questionnaire)
    {
        var input = QuestionInput.Of(question);
        var values = new Dictionary<string, string?>
        {
            ["Input.Code"] = input.Code,
            ["Input.TextDe"] = input.TextDe,
            ["Input.TextEn"] = input.TextEn,
            ["Input.HelpDe"] = input.HelpDe,
            ["Input.HelpEn"] = input.HelpEn,
            ["Input.Required"] = input.Required ? "true" : null,
            ["Input.Min"] = input.Min,
            ["Input.Max"] = input.Max,
            ["Input.Decimals"] = input.Decimals,
            ["Input.UnitDe"] = input.UnitDe,
            ["Input.UnitEn"] = input.UnitEn,
            ["Input.MaxLength"] = input.MaxLength,
            ["Input.MaxChoices"] = input.MaxChoices,
            ["Input.FileKinds"] = input.FileKinds.Count == 0 ? null : string.Join('\n', input.FileKinds),
            ["Input.MaxMegabytes"] = input.MaxMegabytes,
            ["Input.MaxFiles"] = input.MaxFiles,
        };
        void Options(string name, List<OptionRow> rows) => Rows(values, rows.Where(row => !row.IsEmpty).ToList(), 0, (row, at) => (values[$"{at}.Code"], values[$"{at}.LabelDe"], values[$"{at}.LabelEn"], values[$"{at}.OtherText"], values[$"{at}.Exclusive"]) =
            (row.Code, row.LabelDe, row.LabelEn, row.OtherText ? "true" : null, row.Exclusive ? "true" : null), name);
        Options("Input.Options", input.Options);
        Options("Input.Rows", input.Rows);
        if (question.AskedIf is null) return values;
        var condition = ConditionInput.Of(question.AskedIf, questionnaire);
        condition.Keep.ShouldBeFalse();
        values["Condition.Any"] = condition.Any ? "true" : null;
        for (var group = 0; group < condition.Groups.Count; group++)
        {
            values[$"Condition.Groups[{group}].Any"] = condition.Groups[group].Any ? "true" : null;
            for (var line = 0; line < condition.Groups[group].Lines.Count; line++)
            {
                var (at, each) = ($"Condition.Groups[{group}].Lines[{line}]", condition.Groups[group].Lines[line]);
                (values[$"{at}.What"], values[$"{at}.Asks"], values[$"{at}.Value"]) = (each.What ?? "", each.Asks.ToString(), each.Value);
            }
        }
        return values;
    }

    /// <summary>Opens a page, types, saves; what the page refuses stands in the failure.</summary>
    public async Task<Answer> SaveAsync(string address, Dictionary<string, string?> values)
    {
        var page = await lead.GetAsync(address);
        page.Status.ShouldBe(System.Net.HttpStatusCode.OK, address);
        var answer = await lead.SubmitAsync(page, Form, values);
        answer.IsRedirect.ShouldBeTrue($"{address}: {string.Join(" | ", answer.TextsOf(".kern-alert--danger"))}");
        return answer;
    }

    /// <summary>Ticks the rows that are there for removal.</summary>
    private static Dictionary<string, string?> Removed(int rows) => Enumerable.Range(0, rows).ToDictionary(at => $"Rows[{at}].Remove", _ => (string?)"true");

    private static void Rows<T>(Dictionary<string, string?> values, IReadOnlyList<T> things, int from, Action<T, string> row, string name = "Rows")
    {
        for (var at = 0; at < things.Count; at++)
        {
            values[$"{name}[{from + at}].Place"] = (at + 1).ToString(CultureInfo.InvariantCulture);
            row(things[at], $"{name}[{from + at}]");
        }
    }

    private static void Label(Dictionary<string, string?> values, string at, string code, LocalizedText label) =>
        (values[$"{at}.Code"], values[$"{at}.LabelDe"], values[$"{at}.LabelEn"]) = (code, label.De, label.En);
}
