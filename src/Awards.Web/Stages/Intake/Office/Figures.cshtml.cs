using System.Globalization;
using Awards.Domain.Intake;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>Who takes part, beside who could, and when what arrived. Counts only: nothing of any single application.</summary>
public sealed class FiguresModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public IntakeFigures Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Figures = await IntakeFigures.LoadAsync(db, request.Call.Id, cancellationToken);

    /// <summary>Text alternative of a picture.</summary>
    public string Alternative(string kind) => texts["{0}. Die Zahlen stehen in der Tabelle darunter.", FigureCharts.TitleOf(kind, texts)];
}

/// <summary>A table of participation with its names.</summary>
/// <param name="All">Of which the lines are a part.</param>
public sealed record ParticipationTable(string Caption, string Heading, IReadOnlyList<ParticipationLine<string>> Lines, Participation All)
{
    private static CultureInfo Culture => CultureInfo.GetCultureInfo(RequestContext.Language == "en" ? "en-GB" : "de-DE");

    public string Number(long? number) => number is { } known ? known.ToString("N0", Culture) : "–";

    /// <summary>"12,5 %"; a dash without a whole.</summary>
    public string Percent(long? part, long? whole) => Participation.Share(part, whole) is { } share ? Math.Round(share, 1, MidpointRounding.AwayFromZero).ToString("0.0", Culture) + " %" : "–";
}

/// <summary>Names for lines.</summary>
internal static class NamedLines
{
    public static ParticipationLine<string> Named<T>(this ParticipationLine<T> line, string name) => new(name, line.Letters, line.Applications, line.Admitted, line.Municipalities, line.Population);
}
