using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Documents;
using Awards.Web.Platform.Requests;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Applications;

/// <summary>Counts the pages of what stands in the editor, and keeps the number until the text changes.</summary>
public sealed class TextMeasuring(AwardsDbContext db, TextPages pages)
{
    /// <summary>Pages of the stored text; counted where they are not known. Refused as <see cref="TextPages.MeasureAsync"/> is.</summary>
    public async Task<Outcome<int>> PagesAsync(OwnApplication own, CancellationToken cancellationToken)
    {
        if (own.Application.TextPages is { } known) return known;
        if (own.Application.Texts.Description.Length == 0) return 0;
        var measure = await PdfAsync(own, cancellationToken);
        if (measure.Refused(out var refusal)) return refusal;
        await KeepAsync(own.Application, measure.Fact.Pages, cancellationToken);
        return measure.Fact.Pages;
    }

    /// <summary>The text as it would be printed.</summary>
    public Task<Outcome<TextMeasure>> PdfAsync(OwnApplication own, CancellationToken cancellationToken) => pages.MeasureAsync(
        new(own.Application.Texts.Description, own.Call.Definition.PageRules(), RequestContext.Language)
        {
            Title = own.Application.Texts.Title,
            Applicant = own.Application.ApplicantName,
            CallTitle = own.Call.Definition.Title.In(RequestContext.Language),
            Of = own.Id,
        }, cancellationToken);

    // Only a number that follows from the text: no change of the application, so neither a version nor a line in the trail.
    private async Task KeepAsync(Application application, int counted, CancellationToken cancellationToken)
    {
        application.Measure(application.Texts.Description, counted);
        using var turn = db.Gate is null ? null : await db.Gate.EnterAsync(cancellationToken);
        var (id, version) = (application.Id, application.Version);
        await db.Applications.Where(each => each.Id == id && each.Version == version).ExecuteUpdateAsync(set => set.SetProperty(each => each.TextPages, (int?)counted), cancellationToken);
    }
}
