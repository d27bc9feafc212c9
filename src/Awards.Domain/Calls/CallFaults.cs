using System.Text.RegularExpressions;
using Awards.Domain.Shared;
using Awards.Domain.Statistics;

namespace Awards.Domain.Calls;

/// <summary>Parts of a call's set-up, each a page of the editor.</summary>
public enum CallPart { Texts, Calendar, Groups, Criteria, Pairs, Prizes, Scope, FormalChecks, Questionnaire, Tables, Privacy }

/// <summary>Something that keeps a call from being released.</summary>
public sealed record CallFault(CallPart Part, Refusal Refusal);

/// <summary>What must hold before a call can be released, and from then on after every change.</summary>
public static partial class CallFaults
{
    /// <summary>Longest address, in characters.</summary>
    public const int MaxSlug = 60;

    /// <summary>All faults, in the order of the parts.</summary>
    public static IReadOnlyList<CallFault> Of(CallDefinition call) =>
    [
        .. Texts(call).Select(refusal => new CallFault(CallPart.Texts, refusal)),
        .. Calendar.Faults(call.Phases).Select(refusal => new CallFault(CallPart.Calendar, refusal)),
        .. Groups(call).Select(refusal => new CallFault(CallPart.Groups, refusal)),
        .. Criteria(call).Select(refusal => new CallFault(CallPart.Criteria, refusal)),
        .. call.PairingRules().Faults().Concat(Codes((call.Pairs?.Disciplines ?? []).Select(each => (each.Code, each.Label)))).Select(refusal => new CallFault(CallPart.Pairs, refusal)),
        .. Prizes(call).Select(refusal => new CallFault(CallPart.Prizes, refusal)),
        .. Scope(call).Select(refusal => new CallFault(CallPart.Scope, refusal)),
        .. Codes((call.FormalChecks ?? []).Select(item => (item.Code, item.Label))).Select(refusal => new CallFault(CallPart.FormalChecks, refusal)),
        .. Questions(call).Select(refusal => new CallFault(CallPart.Questionnaire, refusal)),
        .. Tables(call).Select(refusal => new CallFault(CallPart.Tables, refusal)),
        .. call.PrivacyRules().Faults().Select(refusal => new CallFault(CallPart.Privacy, refusal)),
    ];

    /// <summary>Why a text cannot be part of an address, or null.</summary>
    public static Refusal? SlugRefusal(string slug) => Slug().IsMatch(slug) && slug.Length <= MaxSlug ? null
        : new("call.slug", "Die Adresse darf nur kleine Buchstaben a bis z, Ziffern und Bindestriche enthalten, höchstens {0} Zeichen: „klimaschutz-2027“.", MaxSlug);

    private static IEnumerable<Refusal> Texts(CallDefinition call)
    {
        if (SlugRefusal(call.Slug) is { } slug) yield return slug;
        if (call.Title.De.Length == 0) yield return new("call.without_title", "Der Wettbewerb braucht einen Titel.");
        if (call.Summary.De.Length == 0) yield return new("call.without_summary", "Bitte schreiben Sie in wenigen Sätzen, worum es geht.");
        if (call.Organiser.De.Length == 0) yield return new("call.without_organiser", "Bitte nennen Sie, wer den Wettbewerb durchführt.");
        if (call.WhoMayEnter.De.Length == 0) yield return new("call.without_who", "Bitte schreiben Sie, wer teilnehmen kann.");
        if (call.NumberPrefix.Length == 0) yield return new("call.without_prefix", "Bitte legen Sie fest, womit die Nummern der Beiträge beginnen, zum Beispiel „KLIMA-2027“.");
    }

    private static IEnumerable<Refusal> Groups(CallDefinition call)
    {
        if (call.AwardGroups.All(group => group.Special)) yield return new("call.without_group", "Es gibt noch keine Prämierungsgruppe, in die Beiträge kommen.");
        foreach (var refusal in Codes(call.AwardGroups.Select(group => (group.Code, group.Label)))) yield return refusal;
        foreach (var group in call.AwardGroups)
        {
            if (!group.Special && group.Types.Count == 0 && !group.HasBand)
                yield return new("call.group_takes_nobody", "In die Gruppe „{0}“ kommt niemand: Bitte wählen Sie Kommunentypen oder Einwohnerzahlen, oder machen Sie sie zur Sonderkategorie.", group.Label.De);
            if (group is { FromPopulation: { } from, BelowPopulation: { } below } && from >= below)
                yield return new("call.group_band", "In der Gruppe „{0}“ liegt die Untergrenze der Einwohnerzahl nicht unter der Obergrenze.", group.Label.De);
        }
        for (var one = 0; one < call.AwardGroups.Count; one++)
            for (var two = one + 1; two < call.AwardGroups.Count; two++)
                if (call.AwardGroups[one].Overlaps(call.AwardGroups[two]))
                    yield return new("call.groups_overlap", "Die Gruppen „{0}“ und „{1}“ überschneiden sich: Manche Kommunen gehörten in beide.", call.AwardGroups[one].Label.De, call.AwardGroups[two].Label.De);
    }

    private static IEnumerable<Refusal> Criteria(CallDefinition call)
    {
        if (call.Criteria.Count == 0) yield return new("call.without_criteria", "Es gibt noch keine Kriterien.");
        foreach (var refusal in Codes(call.Criteria.Select(criterion => (criterion.Code, criterion.Label)))) yield return refusal;
        foreach (var sheet in new[] { call.EntrySheet, call.ProjectSheet }.OfType<SheetDefinition>())
        {
            if (sheet.Items.Count == 0) yield return new("call.sheet_empty", "Auf dem Prüfbogen „{0}“ steht kein Kriterium.", sheet.Title.De);
            if (sheet.Min >= sheet.Max) yield return new("call.sheet_scale", "Auf dem Prüfbogen „{0}“ muss der höchste Punktwert über dem niedrigsten liegen.", sheet.Title.De);
            foreach (var item in sheet.Items.Where(item => call.Criteria.All(criterion => criterion.Code != item.Criterion)))
                yield return new("call.sheet_criterion", "Auf dem Prüfbogen „{0}“ steht „{1}“, das kein Kriterium ist.", sheet.Title.De, item.Criterion);
            foreach (var refusal in SheetFaults.Of(call, sheet)) yield return refusal;
            if (sheet.Items.Any(item => item.WeightTenths is < 1 or > 1000)) yield return new("call.sheet_weight", "Auf dem Prüfbogen „{0}“ liegen Gewichte nicht zwischen 0,1 und 100.", sheet.Title.De);
        }
        if (call.MaxSingleProjects > 0 && call.ProjectSheet is null) yield return new("call.without_project_sheet", "Es sind Einzelprojekte möglich, aber es gibt keinen Prüfbogen für sie.");
    }

    private static IEnumerable<Refusal> Prizes(CallDefinition call)
    {
        if (call.BudgetCents < 0) yield return new("call.budget", "Das Budget darf nicht negativ sein.");
        foreach (var refusal in Codes(call.Prizes.Select(prize => (prize.Code, prize.Label)))) yield return refusal;
        foreach (var prize in call.Prizes)
        {
            if (prize.Cents <= 0) yield return new("call.prize_amount", "Der Preis „{0}“ braucht einen Betrag über 0 Euro.", prize.Label.De);
            if (prize.Groups.Count == 0) yield return new("call.prize_nowhere", "Der Preis „{0}“ ist in keiner Gruppe möglich.", prize.Label.De);
            foreach (var group in prize.Groups.Where(code => call.Group(code) is null))
                yield return new("call.prize_group", "Der Preis „{0}“ gehört zur Gruppe „{1}“, die es nicht gibt.", prize.Label.De, group);
        }
    }

    private static IEnumerable<Refusal> Scope(CallDefinition call)
    {
        var limits = call.LimitRules();
        var reports = call.ReportLimits();
        foreach (var (name, value, min, max) in new (LocalizedText, int, int, int)[]
        {
            (new("Wörter der Kurzbeschreibung im Kurzgutachten", "Words of the short description in the short report"), reports.DescriptionWords, 20, 2000),
            (new("Wörter der Begründung im Kurzgutachten", "Words of the reasons in the short report"), reports.ReasonsWords, 20, 2000),
            (new("Einzelprojekte", "Single projects"), call.MaxSingleProjects, 0, 10), (new("Seiten", "Pages"), limits.Pages, 1, 50),
            (new("Wörter der Kurzfassung", "Words of the short version"), limits.SummaryWords, 20, 1000),
            (new("Zeichen je Einzelprojekt", "Characters of each single project"), limits.ProjectCharacters, 100, 20_000), (new("Anlagen", "Attachments"), limits.Attachments, 0, 20),
            (new("Megabyte je Anlage", "Megabytes of each attachment"), limits.AttachmentMegabytes, 1, 100),
        })
            if (value < min || value > max) yield return new("call.limit", "{0}: Möglich sind {1} bis {2}, nicht {3}.", Shown.Text(name), min, max, value);
        foreach (var refusal in Codes(limits.ProjectFields.Select(field => (field.Code, field.Label)))) yield return refusal;
        foreach (var refusal in Codes((call.Contributions ?? []).Select(kind => (kind.Code, kind.Label)))) yield return refusal;
        var page = call.PageRules();
        if (!PageSettings.Fonts.Contains(page.Font)) yield return new("call.font", "Die Schrift „{0}“ gibt es hier nicht.", page.Font);
        if (page.SizeTenths is < 80 or > 140) yield return new("call.size", "Die Schriftgröße liegt zwischen 8 und 14 Punkt.");
        if (page.LinePercent is < 100 or > 200) yield return new("call.line", "Der Zeilenabstand liegt zwischen 100 und 200 Prozent.");
        if (page.MarginMillimetres is < 10 or > 50) yield return new("call.margin", "Die Ränder sind 10 bis 50 Millimeter breit.");
        if (call.ReminderDays is { } reminders && !AreReminderDays(reminders))
            yield return new("call.reminder_days", "Erinnerungen sind an höchstens fünf verschiedenen Tagen möglich, 0 bis 90 Tage vor der Frist.");
        if (call.ReviewReminderDays is { } days && !AreReminderDays(days))
            yield return new("call.review_reminder_days", "Erinnerungen an offene Prüfbögen sind an höchstens fünf verschiedenen Tagen möglich, 0 bis 90 Tage vor dem Ende der Vorprüfung.");
        if (call.LetterOfIntentRequired && call.Phases.All(phase => phase.Kind != PhaseKind.LetterOfIntent))
            yield return new("call.letter_without_phase", "Die Absichtserklärung ist Pflicht, im Kalender steht aber keine Frist für sie.");
    }

    private static bool AreReminderDays(IReadOnlyList<int> days) => days.Count <= 5 && days.Distinct().Count() == days.Count && days.All(day => day is >= 0 and <= 90);

    private static IEnumerable<Refusal> Questions(CallDefinition call)
    {
        if (!call.Questionnaire.Questions.Any()) yield return new("call.without_questions", "Der Fragebogen hat noch keine Frage.");
        foreach (var fault in call.Questionnaire.Faults()) yield return fault.Refusal;
    }

    private static IEnumerable<Refusal> Tables(CallDefinition call)
    {
        foreach (var no in call.Tables.GroupBy(table => table.No).Where(same => same.Count() > 1).Select(same => same.Key))
            yield return new("call.table_twice", "Die Tabelle {0} gibt es zweimal.", no);
        foreach (var table in call.Tables)
        {
            if (call.Questionnaire.Find(table.Question) is not { } question) yield return new("call.table_question", "Tabelle {0} zählt die Frage „{1}“, die es nicht gibt.", table.No, table.Question);
            else if (table.Base is { } filter && call.Questionnaire.Faults(filter) is [var fault, ..]) yield return fault;
            else if (question is MultipleChoiceQuestion != (table.Kind == TableKind.MultipleResponse))
                yield return new("call.table_kind", "Tabelle {0}: Fragen mit mehreren Antworten werden nach Nennungen gezählt, Fragen mit einer Antwort nach Kommunentyp.", table.No);
        }
    }

    private static IEnumerable<Refusal> Codes(IEnumerable<(string Code, LocalizedText Label)> all)
    {
        var list = all.ToList();
        foreach (var (code, label) in list)
        {
            if (Question.CodeFault(code) is { } refusal) yield return refusal;
            if (label.De.Length == 0) yield return new("call.without_label", "„{0}“ hat keine Bezeichnung.", code);
        }
        foreach (var code in list.GroupBy(each => each.Code).Where(same => same.Count() > 1).Select(same => same.Key)) yield return new("call.code_twice", "Das Kürzel „{0}“ gibt es zweimal.", code);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
