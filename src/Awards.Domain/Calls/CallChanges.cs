using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>
/// What may change once a call is released: wording always; nothing that stored answers, entries, sheets or awards refer to may vanish, and no answer
/// may stop being one. Each refusal names the applications that stand against it.
/// </summary>
public static class CallChanges
{
    /// <summary>Applications or people named in a refusal at most.</summary>
    private const int MaxNamed = 10;

    /// <summary>Why a definition cannot replace another one; empty when it can.</summary>
    public static IReadOnlyList<Refusal> Refusals(CallDefinition before, CallDefinition after, CallUsage usage) =>
        [.. Address(before, after), .. Questions(before.Questionnaire, after.Questionnaire, usage.Answers), .. Judging(before, after, usage), .. Deadlines(before, after), .. Privacy(before, after)];

    private static IEnumerable<Refusal> Address(CallDefinition before, CallDefinition after)
    {
        if (before.Slug != after.Slug) yield return new("change.slug", "Die Adresse eines veröffentlichten Wettbewerbs bleibt, wie sie ist: Sonst gingen Links ins Leere.");
        if (before.NumberPrefix != after.NumberPrefix) yield return new("change.prefix", "Der Anfang der Nummern bleibt, wie er ist: Nummern sind schon vergeben oder veröffentlicht.");
        if (after.Draft) yield return new("change.draft", "Ein veröffentlichter Wettbewerb wird nicht wieder zum Entwurf.");
    }

    /// <summary>Every answer that counted must still be one, to a question of the same code, and still be asked for.</summary>
    private static IEnumerable<Refusal> Questions(Questionnaire before, Questionnaire after, IReadOnlyList<StoredAnswers> all)
    {
        var asked = all.Select(each => (each, Before: before.Asked(each.Answers), After: after.Asked(each.Answers))).ToList();
        foreach (var question in before.Questions)
        {
            var answered = all.Where(each => each.Answers[question.Code].Length > 0).ToList();
            if (answered.Count == 0) continue;
            if (after.Find(question.Code) is not { } now)
            {
                yield return new("change.question_gone", "Die Frage „{0}“ ist schon beantwortet und muss bleiben: {1}.", question.Text.De, Named(Labels(answered)));
                continue;
            }
            var broken = answered.Where(each => question.Accepts(each.Answers[question.Code]) && !now.Accepts(each.Answers[question.Code])).ToList();
            if (broken.Count > 0) yield return new("change.answer_broken", "Mit der Änderung an der Frage „{0}“ wären vorhandene Antworten nicht mehr möglich: {1}.", question.Text.De, Named(Labels(broken)));
            var unasked = asked.Where(each => each.Before[question.Code].Length > 0 && each.After[question.Code].Length == 0).Select(each => each.each).ToList();
            if (unasked.Count > 0 && broken.Count == 0) yield return new("change.answer_unasked", "Mit der geänderten Bedingung der Frage „{0}“ würden vorhandene Antworten nicht mehr zählen: {1}.", question.Text.De, Named(Labels(unasked)));
        }
        foreach (var question in after.Questions)
        {
            // Who has handed in cannot be asked for more.
            var incomplete = asked.Where(each => each.each.Handed && question.IsAsked(each.After) && !question.Suffices(each.After[question.Code])
                && !(before.Find(question.Code) is { } former && former.IsAsked(each.Before) && !former.Suffices(each.Before[question.Code]))).Select(each => each.each).ToList();
            if (incomplete.Count > 0) yield return new("change.newly_required", "Die Frage „{0}“ kann nicht Pflicht werden, weil sie in eingereichten Bewerbungen unbeantwortet ist: {1}.", question.Text.De, Named(Labels(incomplete)));
        }
    }

    private static IEnumerable<Refusal> Judging(CallDefinition before, CallDefinition after, CallUsage usage)
    {
        foreach (var group in before.AwardGroups.Where(group => usage.Groups.Contains(group.Code) && after.Group(group.Code) is null))
            yield return new("change.group_gone", "In der Gruppe „{0}“ sind schon Beiträge. Sie muss bleiben.", group.Label.De);
        foreach (var discipline in before.PairingRules().Disciplines ?? [])
            if (usage.Disciplines.TryGetValue(discipline.Code, out var people) && (after.PairingRules().Disciplines ?? []).All(other => other.Code != discipline.Code))
                yield return new("change.discipline_gone", "Die Fachrichtung „{0}“ haben schon Prüfende: {1}. Sie muss bleiben.", discipline.Label.De, Named([.. people]));
        if (usage.HasReviews && (!Same(before.EntrySheet, after.EntrySheet) || !Same(before.ProjectSheet, after.ProjectSheet) || before.VoteRules().Any(rule => after.VoteRules().All(other => other.Vote != rule.Vote))))
            yield return new("change.sheet", "Die Vorprüfung hat begonnen: Kriterien und Punktwerte der Prüfbögen bleiben, wie sie sind, und kein Votum fällt weg. Bezeichnungen, Gewichte, Anker und Anmerkungen lassen sich ändern.");
        if (usage.HasAwards && (!SameTotal(before.EntrySheet, after.EntrySheet) || !SameTotal(before.ProjectSheet, after.ProjectSheet)))
            yield return new("change.weights", "Es sind schon Preise vergeben: Gewichte der Kriterien bleiben, wie sie sind.");
        if (usage.HasAwards && before.Prizes.Any(prize => after.Prizes.All(other => other.Code != prize.Code || other.Cents != prize.Cents)))
            yield return new("change.prize", "Es sind schon Preise vergeben: Arten und Beträge der Preise bleiben, wie sie sind.");
        if (after.MaxSingleProjects < usage.MostProjects)
            yield return new("change.projects", "Es gibt schon Bewerbungen mit {0} Einzelprojekten. Weniger dürfen es nicht werden.", usage.MostProjects);
        if (before.Kind != after.Kind && (usage.Answers.Count > 0 || usage.Groups.Count > 0)) yield return new("change.kind", "Es gibt schon Bewerbungen: Wettbewerb und Förderprogramm lassen sich nicht mehr tauschen.");
    }

    /// <summary>A deadline people rely on is never shortened; it is put off by <see cref="Calendar.Extend"/> only.</summary>
    private static IEnumerable<Refusal> Deadlines(CallDefinition before, CallDefinition after)
    {
        foreach (var kind in new[] { PhaseKind.LetterOfIntent, PhaseKind.Application })
        {
            var (old, now) = (before.Phases.FirstOrDefault(phase => phase.Kind == kind), after.Phases.FirstOrDefault(phase => phase.Kind == kind));
            if (old is null) continue;
            if (now is null) yield return new("change.phase_gone", "Die Phase „{0}“ ist öffentlich und muss bleiben.", Calendar.Word(kind));
            else if (old.Until != now.Until && (after.Extensions?.Count ?? 0) <= (before.Extensions?.Count ?? 0))
                yield return new("change.deadline", "Die Frist der Phase „{0}“ ist öffentlich. Sie lässt sich nur mit einer Begründung verlängern.", Calendar.Word(kind));
        }
    }

    private static IEnumerable<Refusal> Privacy(CallDefinition before, CallDefinition after) =>
        after.PrivacyRules().ChangeRefusal(before.PrivacyRules()) is { } refusal ? [refusal] : [];

    private static bool Same(SheetDefinition? one, SheetDefinition? other) => one is null || other is null ? one is null && other is null
        : one.Min == other.Min && one.Max == other.Max && one.Items.Select(item => item.Criterion).ToHashSet(StringComparer.Ordinal).SetEquals(other.Items.Select(item => item.Criterion));

    /// <summary>True when both give the same score for the same points.</summary>
    public static bool SameTotal(SheetDefinition? one, SheetDefinition? other)
    {
        static IEnumerable<(string, int)> Counting(SheetDefinition? sheet) =>
            (sheet?.Items ?? []).Where(item => !item.Independent).Select(item => (item.Criterion, item.WeightTenths)).Order();
        return Counting(one).SequenceEqual(Counting(other));
    }

    private static List<string> Labels(List<StoredAnswers> where) => where.ConvertAll(each => each.Label);

    private static string Named(List<string> where) =>
        string.Join(", ", where.Take(MaxNamed)) + (where.Count > MaxNamed ? $" (+{where.Count - MaxNamed})" : "");
}
