using Awards.Domain.Enquiries;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Enquiries;

/// <summary>A question in the list.</summary>
public sealed record EnquiryLine(Guid Id, DateTime AskedAt, string Name, string Mail, string Text, EnquiryChannel Channel, EnquiryState State, Guid? ApplicationId)
{
    /// <summary>Its first line, cut.</summary>
    public string Beginning => MailText.Cut(Text.Length == 0 ? "–" : Text.Split('\n')[0], 90);
}

/// <summary>One page of the list.</summary>
public sealed record EnquiryPage(IReadOnlyList<EnquiryLine> Rows, int Matching, int Page, int Pages);

/// <summary>What is read of questions and answers.</summary>
public static class EnquiryQueries
{
    /// <summary>Questions of a call that wait for an answer.</summary>
    public static Task<int> OpenAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        db.Enquiries.CountAsync(each => each.CallId == callId && each.State == EnquiryState.Open, cancellationToken);

    /// <summary>One page of the list, open ones first, in two queries.</summary>
    public static async Task<EnquiryPage> ListAsync(AwardsDbContext db, Guid callId, EnquiryFilter filter, CancellationToken cancellationToken)
    {
        var found = db.Enquiries.AsNoTracking().Where(each => each.CallId == callId);
        foreach (var (code, state) in EnquiryFilter.States)
            if (filter.State == code) found = found.Where(each => each.State == state);
        if (filter.Search is { } typed)
        {
            var part = typed.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, RS0030 // lower() of the database
            found = found.Where(each => each.Text.ToLower().Contains(part) || each.Name.ToLower().Contains(part) || each.Mail.ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862, RS0030
        }
        var matching = await found.CountAsync(cancellationToken);
        var pages = Math.Max(1, (matching + EnquiryFilter.Size - 1) / EnquiryFilter.Size);
        var page = Math.Min(filter.Page, pages);
        // What waits longest comes first where only open ones are shown.
        var ordered = filter.State == "offen" ? found.OrderBy(each => each.AskedAt).ThenBy(each => each.Id) : found.OrderBy(each => each.State == EnquiryState.Open ? 0 : 1).ThenByDescending(each => each.AskedAt).ThenBy(each => each.Id);
        var rows = await ordered.Skip((page - 1) * EnquiryFilter.Size).Take(EnquiryFilter.Size)
            .Select(each => new EnquiryLine(each.Id, each.AskedAt, each.Name, each.Mail, each.Text, each.Channel, each.State, each.ApplicationId)).ToListAsync(cancellationToken);
        return new(rows, matching, page, pages);
    }

    /// <summary>The frequent questions of a call, in order.</summary>
    public static Task<List<FaqEntry>> FaqAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        db.FaqEntries.AsNoTracking().Where(each => each.CallId == callId).OrderBy(each => each.Position).ThenBy(each => each.Id).ToListAsync(cancellationToken);
}
