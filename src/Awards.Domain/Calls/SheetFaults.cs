using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>What must hold for a review sheet beside scale and weights.</summary>
internal static class SheetFaults
{
    public static IEnumerable<Refusal> Of(CallDefinition call, SheetDefinition sheet)
    {
        if (sheet.Items.Select(item => item.Criterion).Distinct().Count() < sheet.Items.Count)
            yield return new("call.sheet_twice", "Auf dem Prüfbogen „{0}“ steht ein Kriterium zweimal.", sheet.Title.De);
        if (sheet.Items.Count > 0 && sheet.Items.All(item => item.Independent))
            yield return new("call.sheet_without_total", "Auf dem Prüfbogen „{0}“ zählt kein Kriterium für die Gesamtpunktzahl.", sheet.Title.De);
        foreach (var anchors in sheet.Items.Select(item => item.Anchors).Append(sheet.Anchors).OfType<IReadOnlyList<ScaleAnchor>>())
        {
            if (anchors.Any(anchor => anchor.Points < sheet.Min || anchor.Points > sheet.Max || anchor.Text.De.Length == 0))
                yield return new("call.anchor", "Auf dem Prüfbogen „{0}“ sind Bedeutungen nur für Punktwerte von {1} bis {2} möglich, jede mit deutschem Text.", sheet.Title.De, sheet.Min, sheet.Max);
            if (anchors.Select(anchor => anchor.Points).Distinct().Count() < anchors.Count)
                yield return new("call.anchor_twice", "Auf dem Prüfbogen „{0}“ hat ein Punktwert zwei Bedeutungen.", sheet.Title.De);
        }
        if (ReferenceEquals(sheet, call.EntrySheet)) foreach (var refusal in Votes(call)) yield return refusal;
    }

    private static IEnumerable<Refusal> Votes(CallDefinition call)
    {
        var (sheet, votes) = (call.EntrySheet, call.VoteRules());
        if (votes.Count < 2 || votes.Select(rule => rule.Vote).Distinct().Count() < votes.Count)
            yield return new("call.votes", "Es müssen mindestens zwei verschiedene Voten zur Wahl stehen.");
        if (votes.Any(rule => rule.Vote == Vote.SuitableForSpecial) && call.AwardGroups.All(group => !group.Special))
            yield return new("call.vote_special", "Das Votum für die Sonderkategorie steht zur Wahl, es gibt aber keine Sonderkategorie.");
        if (votes.Select(rule => (Min: sheet.MinReasons(rule.Vote), Max: sheet.MaxReasons(rule.Vote))).Any(each => each.Min < 0 || each.Max < Math.Max(each.Min, 1) || each.Max > Review.MaxReasons))
            yield return new("call.reason_length", "Die Begründung des Votums ist 0 bis {0} Zeichen lang, die Mindestlänge höchstens so groß wie die Höchstlänge.", Review.MaxReasons);
    }
}
