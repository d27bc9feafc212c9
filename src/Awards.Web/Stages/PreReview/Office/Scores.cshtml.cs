using System.Globalization;
using Awards.Domain.PreReview.Scores;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>Scores of all entries whose pair has handed in, and how far the pairs agree.</summary>
[Authorize(Policy = PreReviewRights.Read)]
public sealed class ScoresModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public CallScores Scores { get; private set; } = null!;
    public ScoreReport Report => Scores.Report;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Scores = await CallScores.LoadAsync(db, request.Call, cancellationToken);

    /// <summary>Groups or types, with all entries at the end where there are several.</summary>
    public SlicesShown Slices(string kind, string heading, IReadOnlyList<ScoreSlice> slices) => new(Slug, kind, heading, Scores, [.. slices, .. slices.Count > 1 ? [Report.All] : Array.Empty<ScoreSlice>()]);

    /// <summary>Text alternative of a picture.</summary>
    public static string Alternative(string kind, IStringLocalizer<Text> texts) => texts["{0}. Die Zahlen stehen in der Tabelle darunter.", ScoreCharts.TitleOf(kind, texts)];

    /// <summary>"0,74", or why there is none.</summary>
    public string Figure(Measured measured) => measured.Value is { } value ? value.ToString("0.00;−0.00;0.00", CultureInfo.CurrentCulture) : texts[PreReviewWords.Of(measured.Why!.Value)];

    /// <summary>"74 %", or why there is none.</summary>
    public string Percent(Measured measured) => measured.Value is { } value ? Math.Round(100 * value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.CurrentCulture) + " %" : texts[PreReviewWords.Of(measured.Why!.Value)];

    /// <summary>"+0,31": with its sign.</summary>
    public string WithSign(Measured measured) => measured.Value is { } value ? value.ToString("+0.00;−0.00;0.00", CultureInfo.CurrentCulture) : texts[PreReviewWords.Of(measured.Why!.Value)];
}

/// <summary>Groups or types for the partial _Slices.</summary>
/// <param name="Kind">Its picture.</param>
/// <param name="Heading">What is compared, translated.</param>
public sealed record SlicesShown(string Slug, string Kind, string Heading, CallScores Scores, IReadOnlyList<ScoreSlice> Slices);

/// <summary>The ranking of a group for the partial _Ranking.</summary>
public sealed record RankingShown(string Slug, CallScores Scores, ScoreSlice Slice, IReadOnlyList<RankedEntry> Ranking);
