using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Web.Stages.Setup;

/// <summary>Scale, votes and visibility as they are typed; the scale is the same for both sheets.</summary>
public sealed class ScaleInput
{
    /// <summary>Longest text of anchors, in characters.</summary>
    public const int MaxAnchors = 4000;

    public const string Names = "Names", Contents = "Contents";

    public string? Min { get; set; }
    public string? Max { get; set; }
    public string? MinDe { get; set; }
    public string? MinEn { get; set; }
    public string? MaxDe { get; set; }
    public string? MaxEn { get; set; }
    public string? AnchorsDe { get; set; }
    public string? AnchorsEn { get; set; }
    public string? MinReasonLength { get; set; }
    public string? MaxReasonLength { get; set; }
    public List<string> Votes { get; set; } = [];
    public List<VoteLength> Lengths { get; set; } = [];
    public List<string> Partner { get; set; } = [];
    public List<string> Jury { get; set; } = [];
    public List<string> Municipality { get; set; } = [];

    /// <summary>Days before the end, divided by commas.</summary>
    public string? Reminders { get; set; }

    public static ScaleInput Of(CallDefinition call)
    {
        var sheet = call.EntrySheet;
        var votes = call.VoteRules();
        List<string> Shown(ReviewAudience audience) => [.. ReviewVisibility.Phases.Select(phase => call.VisibilityRules().Of(audience, phase))
            .SelectMany(rule => new[] { (rule.Names, Names), (rule.Contents, Contents) }.Where(each => each.Item1).Select(each => $"{rule.Phase}.{each.Item2}"))];
        return new()
        {
            Min = Number(sheet.Min),
            Max = Number(sheet.Max),
            MinReasonLength = Number(sheet.MinReasonLength),
            MaxReasonLength = Number(sheet.MaxReasonLength),
            MinDe = sheet.MinLabel?.De,
            MinEn = sheet.MinLabel?.En,
            MaxDe = sheet.MaxLabel?.De,
            MaxEn = sheet.MaxLabel?.En,
            AnchorsDe = SheetAnchors.Show(sheet.Anchors, text => text.De),
            AnchorsEn = SheetAnchors.Show(sheet.Anchors, text => text.En),
            Votes = [.. votes.Select(rule => rule.Vote.ToString())],
            Lengths = [.. Enum.GetValues<Vote>().Select(vote => (vote, Rule: votes.FirstOrDefault(rule => rule.Vote == vote)))
                .Select(each => new VoteLength { Vote = each.vote, Min = Number(each.Rule?.MinReasonLength), Max = Number(each.Rule?.MaxReasonLength) })],
            Partner = Shown(ReviewAudience.Partner),
            Jury = Shown(ReviewAudience.Jury),
            Municipality = Shown(ReviewAudience.Municipality),
            Reminders = string.Join(", ", call.ReviewReminderDays ?? []),
        };
    }

    /// <summary>Who reads what; null where it is as usual.</summary>
    public ReviewVisibility? Visibility()
    {
        var rules = new[] { (ReviewAudience.Partner, Partner), (ReviewAudience.Jury, Jury), (ReviewAudience.Municipality, Municipality) }
            .SelectMany(each => ReviewVisibility.Phases.Select(phase => new VisibilityRule(each.Item1, phase, each.Item2.Contains($"{phase}.{Names}"), each.Item2.Contains($"{phase}.{Contents}"))))
            .Where(rule => rule.Names || rule.Contents).ToList();
        return rules.SequenceEqual(ReviewVisibility.Default.Rules) ? null : new() { Rules = rules };
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Lengths of the reasons of a vote, as they are typed.</summary>
public sealed class VoteLength
{
    public Vote Vote { get; set; }
    public string? Min { get; set; }
    public string? Max { get; set; }
}

/// <summary>A criterion as it is typed. What is said beside the weights holds for both sheets.</summary>
public sealed class CriterionRow : ISetupRow
{
    public string? Code { get; set; }
    public string? LabelDe { get; set; }
    public string? LabelEn { get; set; }
    public string? EntryWeight { get; set; }
    public string? ProjectWeight { get; set; }
    public string? Comment { get; set; }
    public bool MustBeRated { get; set; }
    public bool Independent { get; set; }
    public string? AnchorsDe { get; set; }
    public string? AnchorsEn { get; set; }
    public string? Place { get; set; }
    public bool Remove { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Code) && string.IsNullOrWhiteSpace(LabelDe) && string.IsNullOrWhiteSpace(LabelEn);

    /// <param name="shown">The item whose settings are shown; null = on no sheet.</param>
    public static CriterionRow Of(Criterion criterion, int place, int? entry, int? project, SheetItem? shown) => new()
    {
        Code = criterion.Code,
        LabelDe = criterion.Label.De,
        LabelEn = criterion.Label.En,
        Place = place.ToString(CultureInfo.InvariantCulture),
        EntryWeight = entry is { } one ? SetupNumbers.Show(one) : null,
        ProjectWeight = project is { } other ? SetupNumbers.Show(other) : null,
        Comment = shown is { Comment: not CommentRule.None } ? shown.Comment.ToString() : null,
        MustBeRated = shown?.MustBeRated == true,
        Independent = shown?.Independent == true,
        AnchorsDe = SheetAnchors.Show(shown?.Anchors, text => text.De),
        AnchorsEn = SheetAnchors.Show(shown?.Anchors, text => text.En),
    };

    /// <summary>The item whose settings the page shows: of the entry's sheet, or of that of single projects.</summary>
    public static SheetItem? ShownItem(CallDefinition call, string code) =>
        call.EntrySheet.Items.Concat(call.ProjectSheet?.Items ?? []).FirstOrDefault(item => item.Criterion == code);

    /// <summary>An item with what was typed; where nothing was changed, a sheet keeps what it alone has.</summary>
    public SheetItem Applied(SheetItem? own, SheetItem? shown)
    {
        var before = Of(new("", ""), 0, null, null, shown);
        var item = own ?? shown ?? new SheetItem("");
        if ((Comment ?? "") != (before.Comment ?? "") || own is null) item = item with { Comment = Enum.TryParse<CommentRule>(Comment, out var rule) && Enum.IsDefined(rule) ? rule : CommentRule.None };
        if (MustBeRated != before.MustBeRated || own is null) item = item with { MustBeRated = MustBeRated };
        if (Independent != before.Independent || own is null) item = item with { Independent = Independent };
        var anchors = SheetAnchors.Read(AnchorsDe, AnchorsEn).Fact;
        if (own is null || !anchors.SequenceEqual(shown?.Anchors ?? [])) item = item with { Anchors = anchors.Count == 0 ? null : anchors };
        return item;
    }
}

/// <summary>Meanings of points as they are typed: a line each, "3 = in Ansätzen erkennbar".</summary>
public static class SheetAnchors
{
    /// <summary>Reads both languages; refused is a line without a number, and English for a point that has no German text.</summary>
    public static Outcome<IReadOnlyList<ScaleAnchor>> Read(string? german, string? english)
    {
        var texts = new[] { new SortedDictionary<int, string>(), new SortedDictionary<int, string>() };
        foreach (var (typed, into) in new[] { (german, texts[0]), (english, texts[1]) })
            foreach (var line in TextRules.Lines(typed).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
                if (parts.Length < 2 || parts[1].Length == 0 || !int.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points))
                    return new Refusal("anchors.line", "„{0}“: Bitte schreiben Sie je Zeile einen Punktwert, ein Gleichheitszeichen und die Bedeutung, zum Beispiel „3 = in Ansätzen erkennbar“.", TextRules.Excerpt(line));
                if (!into.TryAdd(points, parts[1])) return new Refusal("anchors.twice", "Der Punktwert {0} steht zweimal da.", points);
            }
        if (texts[1].Keys.Except(texts[0].Keys).Select(points => (int?)points).FirstOrDefault() is { } alone)
            return new Refusal("anchors.german", "Für den Punktwert {0} fehlt die Bedeutung auf Deutsch.", alone);
        return (ScaleAnchor[])[.. texts[0].Select(each => new ScaleAnchor(each.Key, new(each.Value, texts[1].GetValueOrDefault(each.Key))))];
    }

    /// <summary>As it is typed.</summary>
    public static string? Show(IReadOnlyList<ScaleAnchor>? anchors, Func<LocalizedText, string?> text) => anchors is null ? null
        : string.Join('\n', anchors.Where(anchor => !string.IsNullOrEmpty(text(anchor.Text))).Select(anchor => string.Create(CultureInfo.InvariantCulture, $"{anchor.Points} = {text(anchor.Text)}")));
}
